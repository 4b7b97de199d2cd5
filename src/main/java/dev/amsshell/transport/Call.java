package dev.amsshell.transport;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One request, as it goes over the wire.
 *
 * @param method such as {@code GET}
 * @param uri where it goes
 * @param headers sent as they are
 * @param body what is sent; empty for nothing
 */
public record Call(String method, URI uri, List<Header> headers, byte[] body) {
  public Call {
    Objects.requireNonNull(method, "method is null");
    Objects.requireNonNull(uri, "uri is null");
    Objects.requireNonNull(body, "body is null");
    headers = List.copyOf(headers);
  }

  /** The same with a header more, unless there is one of that name. */
  Call withDefault(String name, String value) {
    if (new Headers(headers).first(name).isPresent()) {
      return this;
    }
    List<Header> more = new ArrayList<>(headers);
    more.add(new Header(name, value));
    return new Call(method, uri, more, body);
  }

  /** The same without what its headers would give away; the body is left as it is. */
  Call masked() {
    return new Call(method, uri, headers.stream().map(Call::masked).toList(), body);
  }

  private static Header masked(Header header) {
    if (!header.isSecret()) {
      return header;
    }
    boolean isBearer = header.value().regionMatches(true, 0, "Bearer ", 0, "Bearer ".length());
    return new Header(header.name(), isBearer ? "Bearer ***" : "***");
  }

  /** Says neither headers nor body, nor what may stand in the query. */
  @Override
  public String toString() {
    return method + " " + uri.getScheme() + "://" + uri.getRawAuthority() + uri.getRawPath();
  }
}
