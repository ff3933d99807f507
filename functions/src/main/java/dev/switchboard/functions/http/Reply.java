package dev.switchboard.functions.http;

import dev.switchboard.functions.Json;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What a route answers.
///
/// @param headers names in lower case
/// @param body text of whatever `content-type` says; empty for 204
public record Reply(int status, Map<String, String> headers, Optional<String> body) {

  public Reply {
    headers = Map.copyOf(headers);
  }

  /// @param value a record of plain JSON types, written in snake_case, empty Optionals left out
  public static Reply json(int status, Object value) {
    return text(status, "application/json", Json.text(value));
  }

  /// @param type media type of the text: `text/html; charset=utf-8`
  public static Reply text(int status, String type, String text) {
    return new Reply(status, Map.of("content-type", type), Optional.of(text));
  }

  public static Reply noContent() {
    return new Reply(204, Map.of(), Optional.empty());
  }

  /// The same reply with that header set.
  public Reply with(String header, String value) {
    var more = new TreeMap<>(headers);
    more.put(header, value);
    return new Reply(status, more, body);
  }

  /// As API Gateway takes it, payload 2.0.
  Map<String, Object> response(String requestId) {
    var all = new TreeMap<String, String>();
    all.put("cache-control", "no-store");
    all.put("x-content-type-options", "nosniff");
    all.putAll(headers);
    all.put("x-request-id", requestId);
    var response = new TreeMap<String, Object>(Map.of("statusCode", status, "headers", all));
    body.ifPresent(text -> response.put("body", text));
    return response;
  }
}
