package dev.amsshell.transport;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;

/** Writes exchanges as entries of an HTTP archive, version 1.2, without secrets. */
final class HarEntry {
  private static final String HTTP = "HTTP/1.1";

  private final UnaryOperator<String> redactor;
  private final JsonGenerator json;
  private final Exchange exchange;

  /**
   * @param redactor takes the secrets out of a text that are known or look like some
   */
  HarEntry(Exchange exchange, UnaryOperator<String> redactor, JsonGenerator json) {
    this.exchange = exchange;
    this.redactor = redactor;
    this.json = json;
  }

  void write() throws IOException {
    double millis = exchange.duration().toNanos() / 1000 / 1000.0;
    json.writeStartObject();
    json.writeStringField("startedDateTime", exchange.started().toString());
    json.writeNumberField("time", millis);
    json.writeFieldName("request");
    writeRequest();
    json.writeFieldName("response");
    writeResponse();
    json.writeObjectFieldStart("cache");
    json.writeEndObject();
    json.writeObjectFieldStart("timings");
    json.writeNumberField("send", 0);
    json.writeNumberField("wait", millis);
    json.writeNumberField("receive", 0);
    json.writeEndObject();
    if (exchange.attempt() > 1) {
      json.writeStringField("comment", "attempt " + exchange.attempt());
    }
    json.writeEndObject();
  }

  private void writeRequest() throws IOException {
    Call call = exchange.call();
    json.writeStartObject();
    json.writeStringField("method", clean(call.method()));
    json.writeStringField("url", clean(call.uri().toString()));
    json.writeStringField("httpVersion", HTTP);
    json.writeArrayFieldStart("cookies");
    json.writeEndArray();
    writeHeaders(call.headers());
    json.writeArrayFieldStart("queryString");
    String query = call.uri().getRawQuery() == null ? "" : call.uri().getRawQuery();
    for (String pair : query.isEmpty() ? new String[0] : query.split("&")) {
      String[] parts = pair.split("=", 2);
      String name = decoded(parts[0]);
      writePair(
          name, SecretFields.isSecret(name) ? "***" : parts.length < 2 ? "" : decoded(parts[1]));
    }
    json.writeEndArray();
    if (call.body().length > 0) {
      HarBody body = HarBody.of(call.body(), this::clean);
      json.writeObjectFieldStart("postData");
      json.writeStringField(
          "mimeType", clean(new Headers(call.headers()).first("Content-Type").orElse("")));
      json.writeStringField("text", body.text());
      writeComment(body.isBase64() ? "base64" : body.comment());
      json.writeEndObject();
    }
    json.writeNumberField("headersSize", -1);
    json.writeNumberField("bodySize", call.body().length);
    json.writeEndObject();
  }

  private void writeResponse() throws IOException {
    Headers headers = exchange.answer().map(Answer::headers).orElse(Headers.NONE);
    json.writeStartObject();
    json.writeNumberField("status", exchange.status());
    json.writeStringField("statusText", clean(exchange.answer().map(Answer::reason).orElse("")));
    json.writeStringField(
        "httpVersion", clean(exchange.answer().map(Answer::version).orElse(HTTP)));
    json.writeArrayFieldStart("cookies");
    for (Header header : headers.list()) {
      if (isCookieSet(header)) {
        writePair(header.value().split("[=;]", 2)[0], "***");
      }
    }
    json.writeEndArray();
    writeHeaders(headers.list());
    writeContent();
    json.writeStringField("redirectURL", clean(exchange.location()));
    json.writeNumberField("headersSize", -1);
    json.writeNumberField("bodySize", -1);
    if (!exchange.trouble().isEmpty()) {
      json.writeStringField("comment", clean("no answer: " + exchange.trouble()));
    }
    json.writeEndObject();
  }

  private void writeContent() throws IOException {
    byte[] bytes = exchange.answer().map(Answer::body).orElse(new byte[0]);
    HarBody body = HarBody.of(bytes, this::clean);
    json.writeObjectFieldStart("content");
    json.writeNumberField("size", bytes.length);
    json.writeStringField("mimeType", clean(exchange.answer().map(Answer::contentType).orElse("")));
    json.writeStringField("text", body.text());
    if (body.isBase64()) {
      json.writeStringField("encoding", "base64");
    }
    writeComment(body.comment());
    json.writeEndObject();
  }

  private void writeComment(String comment) throws IOException {
    if (!comment.isEmpty()) {
      json.writeStringField("comment", comment);
    }
  }

  private void writeHeaders(List<Header> headers) throws IOException {
    json.writeArrayFieldStart("headers");
    for (Header header : headers) {
      writePair(header.name(), shown(header));
    }
    json.writeEndArray();
  }

  private static String shown(Header header) {
    if (isCookieSet(header)) {
      return header.value().split("[=;]", 2)[0] + "=***";
    }
    return header.isSecret() && !header.value().equals("Bearer ***") ? "***" : header.value();
  }

  private static boolean isCookieSet(Header header) {
    return header.name().equalsIgnoreCase("Set-Cookie");
  }

  private void writePair(String name, String value) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", clean(name));
    json.writeStringField("value", clean(value));
    json.writeEndObject();
  }

  private String clean(String text) {
    boolean isSignIn = exchange.path().equals(exchange.call().uri().toString());
    // by name first, while the quotes around the values are still where they were
    return redactor.apply(SecretFields.masked(text, isSignIn));
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
