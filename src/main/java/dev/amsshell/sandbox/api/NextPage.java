package dev.amsshell.sandbox.api;

import dev.amsshell.sandbox.http.QueryString;
import dev.amsshell.sandbox.odata.QueryOptions;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where to go on behind a full page. Whether the service said so at all, and how, nobody knows
 * (wire sheet 5.3).
 */
final class NextPage {

  private NextPage() {}

  /** The same request for what the page left out, relative to the root. */
  static String after(Asked asked, QueryOptions<?> options) {
    QueryString query = asked.query();
    Map<String, String> parameters = new LinkedHashMap<>();
    query.names().forEach(name -> parameters.put(name, query.get(name).orElse("")));
    int left = options.top() - QueryOptions.MOST_ROWS;
    parameters.computeIfPresent("$top", (name, top) -> String.valueOf(left));
    parameters.put("$skip", String.valueOf(options.skip() + QueryOptions.MOST_ROWS));
    return asked.address()
        + parameters.entrySet().stream()
            .map(each -> each.getKey() + "=" + encode(each.getValue()))
            .collect(Collectors.joining("&", "?", ""));
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
