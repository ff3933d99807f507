package dev.switchboard.local.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqsEventTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|",
        "null|",
        "{}|",
        "{'batchItemFailures':null}|",
        "{'batchItemFailures':[]}|",
        "{'batchItemFailures':[{'itemIdentifier':'a'}]}|a",
        "{'batchItemFailures':[{'itemIdentifier':''}]}|a,b",
        "{'batchItemFailures':[{'itemIdentifier':null}]}|a,b",
        "{'batchItemFailures':[{'wrong':'a'}]}|a,b",
        "{'batchItemFailures':[{'itemIdentifier':'nobody'}]}|a,b",
        "{'batchItemFailures':'a'}|a,b",
        "no json|a,b"
      })
  void an_answer_says_which_messages_come_again(String answer, String failed) {
    var bytes =
        answer == null ? new byte[0] : answer.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    var expected = failed == null ? Set.<String>of() : Set.of(failed.split(","));

    assertEquals(expected, SqsEvent.failures(bytes, List.of("a", "b")));
  }
}
