package dev.switchboard.local.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.switchboard.functions.Json;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// An HTTP answer.
///
/// @param headers by name; a name may have several values
// Bytes pass through; they are never compared.
@SuppressWarnings("ArrayRecordComponent")
public record Reply(int status, Map<String, List<String>> headers, byte[] body) {

  /// The gateway's own form of an error: `{"message":"Not Found"}`.
  public static Reply message(int status, String message) {
    return json(status, Map.of("message", message));
  }

  public static Reply json(int status, Object value) {
    try {
      return of(status, "application/json", Json.MAPPER.writeValueAsBytes(value));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Reply html(int status, String page) {
    return of(status, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
  }

  public static Reply text(int status, String text) {
    return of(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
  }

  static Reply of(int status, String type, byte[] body) {
    return new Reply(status, Map.of("content-type", List.of(type)), body);
  }

  /// This reply with a header more, or another value of one.
  public Reply with(String name, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(name, List.of(value));
    return new Reply(status, more, body);
  }
}
