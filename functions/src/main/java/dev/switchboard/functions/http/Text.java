package dev.switchboard.functions.http;

import java.util.Optional;
import java.util.regex.Pattern;

/// What a text must be.
///
/// @param min fewest characters (Unicode code points)
/// @param max most characters
/// @param lines whether it may have line breaks and tabs; other control characters it never may
/// @param form what it must look like, beyond its length
/// @param rule the whole rule as a sentence part: `must be text of 1 to 128 characters`
public record Text(int min, int max, boolean lines, Optional<Pattern> form, String rule) {

  /// One line.
  public static Text line(int min, int max) {
    return new Text(min, max, false, Optional.empty(), length("one line", min, max));
  }

  /// One line of up to 200 characters that matches.
  ///
  /// @param rule what it must be, for a person: `must be two letters`
  public static Text form(String pattern, String rule) {
    return new Text(0, 200, false, Optional.of(Pattern.compile(pattern)), rule);
  }

  /// The same with another greatest length.
  Text upTo(int most) {
    return new Text(min, most, lines, form, rule);
  }

  /// Text that may have several lines.
  public static Text lines(int min, int max) {
    return new Text(min, max, true, Optional.empty(), length("text", min, max));
  }

  boolean allows(String text) {
    var length = text.codePointCount(0, text.length());
    return length >= min
        && length <= max
        && text.codePoints().noneMatch(this::forbidden)
        && form.map(pattern -> pattern.matcher(text).matches()).orElse(true);
  }

  private boolean forbidden(int point) {
    return unprintable(point) && !(lines && (point == '\n' || point == '\r' || point == '\t'));
  }

  /// Control characters, and half a surrogate pair: no UTF-8 can carry it.
  static boolean unprintable(int point) {
    return Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE;
  }

  private static String length(String what, int min, int max) {
    return "must be " + what + " of " + min + " to " + max + " characters";
  }
}
