package dev.switchboard.local.machine.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.local.machine.Refusal;
import dev.switchboard.local.machine.execution.Failure;
import dev.switchboard.local.machine.execution.Limits;
import dev.switchboard.local.machine.expression.Values;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// A request, read field by field.
record Asked(JsonNode json) {

  private static final int MOST_A_PAGE = 1_000;
  private static final int USUAL_PAGE = 100;

  Optional<String> text(String field) {
    return Optional.of(json.path(field)).filter(JsonNode::isTextual).map(JsonNode::textValue);
  }

  /// @throws Refusal when it is not there
  String needed(String field) {
    return text(field)
        .orElseThrow(() ->
            new Refusal(
                "ValidationException",
                "1 validation error detected: Value null at '%s' failed to satisfy constraint: Member must not be null"
                    .formatted(field)));
  }

  /// A text that is JSON.
  ///
  /// @param refusal type of what is thrown when it is not
  Optional<JsonNode> json(String field, String refusal) {
    return text(field).map(text -> parsed(text, refusal));
  }

  private static JsonNode parsed(String text, String refusal) {
    if (text.getBytes(StandardCharsets.UTF_8).length > Limits.LARGEST)
      throw new Refusal(
          refusal, "'%d' is the most bytes of an input or output".formatted(Limits.LARGEST));
    try {
      return Values.read(text);
    } catch (IllegalArgumentException e) {
      throw new Refusal(refusal, "it is no JSON: " + e.getMessage());
    }
  }

  Failure failure() {
    return new Failure(text("error"), text("cause"));
  }

  boolean truth(String field) {
    return json.path(field).asBoolean(false);
  }

  int pageSize() {
    var asked = json.path("maxResults").asInt(0);
    return asked <= 0 ? USUAL_PAGE : Math.min(asked, MOST_A_PAGE);
  }

  /// Where a page begins.
  ///
  /// @throws Refusal when it is no place that a page told
  int pageStart() {
    return text("nextToken")
        .map(token -> {
          if (!token.matches("\\d{1,9}"))
            throw new Refusal("InvalidToken", "Invalid Token: '%s'".formatted(token));
          return Integer.parseInt(token);
        })
        .orElse(0);
  }
}
