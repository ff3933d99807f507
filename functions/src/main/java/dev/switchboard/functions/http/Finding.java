package dev.switchboard.functions.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;
import java.util.regex.Pattern;

/// One thing that is wrong with a request, where, and what the rule is.
///
/// @param pointer JSON pointer into the body (`/leads/3/score`, empty for the whole), `?limit` for
///   a query parameter, `Idempotency-Key:` for a header
/// @param rule what must hold, continuing the field's name: `must be a whole number from 1 to 10`
/// @param value what was there: a scalar, text cut to 100 characters; empty when absent, an object,
///   a list, or what looks like a secret
public record Finding(String pointer, String rule, Optional<JsonNode> value) {

  private static final int SHOWN = 100;
  private static final Pattern SECRET =
      Pattern.compile(
          "(?i)\\bbearer\\s|\\beyJ[\\w-]{8,}|\\b(sk|pk|re|key|rk)[-_][\\w-]{12,}|\\bAKIA[0-9A-Z]{12}");

  public static Finding of(String pointer, String rule) {
    return new Finding(shown(pointer), rule, Optional.empty());
  }

  public static Finding of(String pointer, String rule, JsonNode value) {
    return new Finding(shown(pointer), rule, echo(value));
  }

  /// The same finding with a further sentence part at its rule.
  public Finding and(String addition) {
    return new Finding(pointer, rule + addition, value);
  }

  private static Optional<JsonNode> echo(JsonNode value) {
    if (value.isContainerNode()) return Optional.empty();
    var text = value.asText();
    if (SECRET.matcher(text).find()) return Optional.empty();
    return Optional.of(plain(value) ? value : TextNode.valueOf(shown(text)));
  }

  /// Whether it can be written as it is: not `1e999999`, which has a million digits.
  private static boolean plain(JsonNode value) {
    if (!value.isNumber()) return !value.isTextual();
    var number = value.decimalValue();
    return number.precision() <= SHOWN && Math.abs((long) number.scale()) <= SHOWN;
  }

  /// Text that can be shown: at most 100 characters, none of them a control character or half a
  /// surrogate pair, which no UTF-8 could carry.
  static String shown(String text) {
    var shown = new StringBuilder();
    text.codePoints()
        .limit(SHOWN)
        .map(point -> Text.unprintable(point) ? 0xFFFD : point)
        .forEach(shown::appendCodePoint);
    return shown.toString();
  }
}
