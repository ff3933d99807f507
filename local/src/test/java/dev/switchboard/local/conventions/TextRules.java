package dev.switchboard.local.conventions;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The template tells its reader what he cannot see, and keeps no secret.
final class TextRules {

  static final List<Rule> ALL =
      List.of(
          new Rule("wildcards-are-explained", TextRules::wildcards),
          new Rule("numbers-have-units", TextRules::numbers),
          new Rule("secrets-are-references", TextRules::secrets),
          new Rule("parameters-and-outputs-are-described", TextRules::undescribed));

  /// A star where permissions are given: `Resource: "*"`, `- "*"`, `Action: sqs:*`.
  private static final Pattern WILDCARD =
      Pattern.compile(
          "^\\s*(- )?((Not)?(Action|Resource|Principal|AWS): *\\[?)?\"?([a-z0-9]+:)?\\*");

  private static final Pattern NUMBER =
      Pattern.compile(
          "^\\s*(Timeout|MemorySize|VisibilityTimeout|MessageRetentionPeriod|Period|Threshold|ThrottlingBurstLimit|ThrottlingRateLimit|BatchSize|MaximumConcurrency):"
              + " \\d+\\s*$");

  /// Secrets of AWS, OpenAI, Twilio, Resend and signing keys, by their look.
  private static final Pattern SECRET =
      Pattern.compile(
          "AKIA[0-9A-Z]{16}|sk-[A-Za-z0-9_-]{20}|\\b(AC|SK)[0-9a-f]{32}|\\bre_[A-Za-z0-9]{16}"
              + "|BEGIN [A-Z ]*PRIVATE KEY");

  private static final Pattern SECRET_NAME =
      Pattern.compile("(?i).*(secret|password|api_?key|auth_?token|private_?key).*");

  private TextRules() {}

  private static Stream<String> wildcards(Template template) {
    return lines(template, WILDCARD, "a wildcard without a comment");
  }

  private static Stream<String> numbers(Template template) {
    return lines(template, NUMBER, "a number without its unit");
  }

  private static Stream<String> lines(Template template, Pattern pattern, String finding) {
    var lines = template.text().lines().toList();
    return IntStream.range(0, lines.size())
        .filter(i -> pattern.matcher(lines.get(i)).find() && !lines.get(i).contains(" # "))
        .mapToObj(i -> "line " + (i + 1) + ": " + finding + ": " + lines.get(i).strip());
  }

  private static Stream<String> secrets(Template template) {
    var looks = lines(template, SECRET, "what looks like a secret");
    var literals =
        Stream.concat(
                Stream.of(template.root().at("Globals", "Function")),
                template.functions().values().stream())
            .flatMap(
                function -> function.at("Environment", "Variables").fields().entrySet().stream())
            .filter(variable -> SECRET_NAME.matcher(variable.getKey()).matches())
            .filter(variable -> !variable.getValue().text().isEmpty())
            .map(variable -> variable.getKey() + " stands in plain text");
    var shown =
        template.root().at("Parameters").fields().entrySet().stream()
            .filter(parameter -> SECRET_NAME.matcher(parameter.getKey()).matches())
            .filter(parameter -> !parameter.getValue().at("NoEcho").text().equals("true"))
            .map(parameter -> parameter.getKey() + " is echoed");
    return Stream.of(looks, literals, shown).flatMap(findings -> findings);
  }

  private static Stream<String> undescribed(Template template) {
    return Stream.of("Parameters", "Outputs")
        .flatMap(section -> template.root().at(section).fields().entrySet().stream())
        .filter(entry -> entry.getValue().at("Description").text().isBlank())
        .map(Map.Entry::getKey)
        .map(name -> name + " has no description");
  }
}
