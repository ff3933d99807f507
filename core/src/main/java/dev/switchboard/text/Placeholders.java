package dev.switchboard.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Personal words in a text: `Hello {{first_name}}`, or `{{company|your team}}` with what to say
/// when it is not known.
///
/// What is filled in comes from a list that anybody may have typed: it is cleaned by [PlainWords],
/// and never read for placeholders again. A mark-up language's own characters (`&`) are the
/// business of whoever writes that language.
public final class Placeholders {

  /// @param name full name; `Smith, John` is read as `John Smith`
  public record Values(Optional<String> name, Optional<String> company) {

    public static final Values NONE = new Values(Optional.empty(), Optional.empty());
  }

  private enum Field {
    NAME("there", 40),
    FIRST_NAME("there", 40),
    COMPANY("your company", 60);

    private final String fallback;
    private final int length;

    Field(String fallback, int length) {
      this.fallback = fallback;
      this.length = length;
    }

    static Optional<Field> of(String name) {
      for (var field : values())
        if (field.name().toLowerCase(Locale.ROOT).equals(name)) return Optional.of(field);
      return Optional.empty();
    }
  }

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^{}|]*+)(?:\\|([^{}]*+))?}}");
  private static final Pattern TITLE =
      Pattern.compile("(?i)(?:mr|mrs|ms|miss|mx|dr|prof|sir)\\.?\\s+(?=\\S)");

  private Placeholders() {}

  /// What keeps a text from being sent, a sentence each; empty if nothing does.
  public static List<String> problems(String text) {
    var problems = new ArrayList<String>();
    var matcher = PLACEHOLDER.matcher(text);
    while (matcher.find())
      if (Field.of(matcher.group(1).strip()).isEmpty())
        problems.add(
            "unknown placeholder %s: there are {{name}}, {{first_name}} and {{company}}"
                .formatted(matcher.group()));
    var rest = matcher.replaceAll(" ");
    if (rest.contains("{{") || rest.contains("}}"))
      problems.add("a placeholder is not closed or not opened: write {{name}} or {{name|there}}");
    return problems;
  }

  /// The text with its placeholders filled; what is not known, or nothing once cleaned, becomes the
  /// placeholder's own words or neutral ones (`there`, `your company`).
  ///
  /// @throws IllegalArgumentException if the text has [#problems]
  public static String fill(String text, Values values) {
    var problems = problems(text);
    if (!problems.isEmpty()) throw new IllegalArgumentException(String.join("; ", problems));
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(filled(found, values)));
  }

  private static String filled(MatchResult found, Values values) {
    var field = Field.of(found.group(1).strip()).orElseThrow();
    var own = Optional.ofNullable(found.group(2)).map(String::strip);
    return value(field, values)
        .map(value -> PlainWords.of(value, field.length))
        .filter(value -> !value.isEmpty())
        .orElse(own.orElse(field.fallback));
  }

  private static Optional<String> value(Field field, Values values) {
    return switch (field) {
      case NAME -> values.name().map(Placeholders::forward);
      case FIRST_NAME -> values.name().map(Placeholders::forward).map(Placeholders::first);
      case COMPANY -> values.company();
    };
  }

  private static String forward(String name) {
    var parts = name.split(",", 2);
    return parts.length == 2 && !parts[0].isBlank() && !parts[1].isBlank()
        ? parts[1].strip() + " " + parts[0].strip()
        : name;
  }

  private static String first(String name) {
    var clean = PlainWords.of(name, Integer.MAX_VALUE);
    return TITLE.matcher(clean).replaceFirst("").split(" ", 2)[0];
  }
}
