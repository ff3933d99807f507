package dev.switchboard.local.machine.execution;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.local.machine.expression.EvaluationFailure;
import dev.switchboard.local.machine.expression.Scope;
import dev.switchboard.local.machine.expression.Template;
import dev.switchboard.local.machine.expression.Values;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/// Fields of states that must come out as something of a kind.
///
/// @param name of the field
record Fields(String name, Scope scope) {

  JsonNode list(Template template) {
    return checked(template, "array", JsonNode::isArray);
  }

  boolean truth(Template template) {
    return checked(template, "boolean", JsonNode::isBoolean).booleanValue();
  }

  String text(Template template) {
    return checked(template, "string", JsonNode::isTextual).textValue();
  }

  double number(Template template) {
    return checked(template, "number", JsonNode::isNumber).doubleValue();
  }

  /// @param least 0 or 1
  Duration seconds(Template template, long least) {
    var value = checked(template, "number", JsonNode::isNumber);
    var seconds = value.doubleValue();
    if (seconds != Math.rint(seconds) || seconds < least || seconds > Limits.LONGEST_SECONDS)
      throw new EvaluationFailure(
          name,
          "The %s field must be a whole number from %d to %d but was: %s"
              .formatted(name, least, Limits.LONGEST_SECONDS, Values.text(value)));
    return Duration.ofSeconds((long) seconds);
  }

  Instant time(Template template) {
    var text = text(template);
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw new EvaluationFailure(
          name,
          "The %s field cannot be parsed as an ISO-8601 extended offset date-time format string: %s"
              .formatted(name, text));
    }
  }

  static Optional<Duration> seconds(String name, Optional<Template> template, Scope scope) {
    return template.map(each -> new Fields(name, scope).seconds(each, 1));
  }

  private JsonNode checked(Template template, String kind, Predicate<JsonNode> right) {
    var value = template.evaluate(scope);
    if (right.test(value)) return value;
    var outcome =
        "returned an unexpected result type. Expected '%s', but was '%s' for value: %s"
            .formatted(
                kind, value.getNodeType().name().toLowerCase(Locale.ROOT), Values.text(value));
    if (template instanceof Template.Computed computed) throw computed.failure(outcome);
    throw new EvaluationFailure(
        name, "The value specified for the field '%s' %s".formatted(name, outcome));
  }
}
