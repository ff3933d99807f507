package dev.switchboard.local.machine.task;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.local.machine.expression.Values;
import dev.switchboard.local.table.TableProtocol;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// `dynamodb:getItem`, `putItem`, `updateItem` and `deleteItem`: their arguments and results are
/// those of DynamoDB's own JSON.
public record TableCall(TableProtocol tables) {

  /// @param action `getItem`
  Action.Outcome call(String action, JsonNode arguments) {
    var operation = action.substring(0, 1).toUpperCase(Locale.ROOT) + action.substring(1);
    var answer = tables.answer(operation, Values.text(arguments).getBytes(StandardCharsets.UTF_8));
    var body = Values.read(new String(answer.body(), StandardCharsets.UTF_8));
    if (answer.status() == 200) return new Action.Outcome.Done(body);
    var type = body.path("__type").asText().replaceFirst("^.*#", "");
    return Action.Outcome.failed("DynamoDB." + type, body.path("message").asText());
  }
}
