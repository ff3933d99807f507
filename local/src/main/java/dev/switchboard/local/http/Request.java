package dev.switchboard.local.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An HTTP request that came in.
///
/// @param path decoded, as API Gateway hands it on
/// @param rawQuery as it came, without the question mark; empty for none
/// @param headers by lower-case name
// Bytes pass through; they are never compared.
@SuppressWarnings("ArrayRecordComponent")
public record Request(
    String method, String path, String rawQuery, Map<String, List<String>> headers, byte[] body) {

  /// The header's values, joined by commas.
  public Optional<String> header(String lowerCaseName) {
    return Optional.ofNullable(headers.get(lowerCaseName)).map(values -> String.join(",", values));
  }

  /// Query parameters, decoded, in order; several of one name joined by commas.
  public Map<String, String> query() {
    return form(rawQuery);
  }

  /// The body as a form.
  public Map<String, String> form() {
    return form(new String(body, StandardCharsets.UTF_8));
  }

  private static Map<String, String> form(String encoded) {
    var values = new LinkedHashMap<String, List<String>>();
    for (var pair : encoded.split("&")) {
      if (pair.isEmpty()) continue;
      var equals = pair.indexOf('=');
      var name = equals < 0 ? pair : pair.substring(0, equals);
      var value = equals < 0 ? "" : pair.substring(equals + 1);
      values.computeIfAbsent(decoded(name), _ -> new ArrayList<>()).add(decoded(value));
    }
    var joined = new LinkedHashMap<String, String>();
    values.forEach((name, each) -> joined.put(name, String.join(",", each)));
    return joined;
  }

  /// @throws IllegalArgumentException on a broken percent sign
  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
