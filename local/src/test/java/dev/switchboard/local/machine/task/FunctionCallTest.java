package dev.switchboard.local.machine.task;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.local.function.Invocation;
import dev.switchboard.local.machine.expression.Values;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionCallTest {

  private final FunctionCall calls =
      new FunctionCall((_, event) -> Optional.of(new Invocation.Answered(event)));

  /// AWS: a function that is named without a version or an alias is called as it was last stored.
  @ParameterizedTest
  @CsvSource({
    "Ask, $LATEST",
    "Ask:live, 1",
    "arn:aws:lambda:us-east-1:123456789012:function:Ask, $LATEST",
    "arn:aws:lambda:us-east-1:123456789012:function:Ask:live, 1"
  })
  void the_result_tells_which_version_was_called(String function, String version) {
    var arguments = Values.read("{\"FunctionName\":\"%s\",\"Payload\":[1]}".formatted(function));
    var done = (Action.Outcome.Done) calls.perform(arguments);
    var told = ((ObjectNode) done.result()).without("SdkResponseMetadata");

    assertEquals(
        Values.read(
            "{\"ExecutedVersion\":\"%s\",\"Payload\":[1],\"SdkHttpMetadata\":{\"HttpStatusCode\":200},\"StatusCode\":200}"
                .formatted(version)),
        told);
  }
}
