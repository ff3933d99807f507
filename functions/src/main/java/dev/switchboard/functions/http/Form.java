package dev.switchboard.functions.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// The fields of a form, nothing trimmed, sorted by name.
public record Form(SortedMap<String, String> fields) {

  private static final String TYPE = "application/x-www-form-urlencoded";

  /// @throws Refused 415 if it is no form, 400 if it has a name twice or cannot be decoded
  public static Form of(Body body) {
    var _ = body.type(Set.of(TYPE));
    return of(body.text());
  }

  /// @param encoded `a=1&b=+2`, in a body or a query
  public static Form of(String encoded) {
    var fields = new TreeMap<String, String>();
    for (var pair : encoded.split("&")) {
      if (pair.isEmpty()) continue;
      var end = pair.indexOf('=');
      var name = decoded(end < 0 ? pair : pair.substring(0, end));
      if (fields.put(name, end < 0 ? "" : decoded(pair.substring(end + 1))) != null)
        throw refused("The form has a name twice.");
    }
    return new Form(fields);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw refused("The form is not URL-encoded.");
    }
  }

  private static Refused refused(String detail) {
    return new Refused(Problem.of(Problem.Kind.UNREADABLE_BODY, detail));
  }

  /// A field; empty when it is not there or blank.
  public Optional<String> field(String name) {
    return Optional.ofNullable(fields.get(name)).filter(value -> !value.isBlank());
  }

  /// Names and values, one behind the other.
  public String joined() {
    var text = new StringBuilder();
    for (Map.Entry<String, String> field : fields.entrySet())
      text.append(field.getKey()).append(field.getValue());
    return text.toString();
  }
}
