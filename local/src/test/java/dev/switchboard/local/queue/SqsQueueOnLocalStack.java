package dev.switchboard.local.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.switchboard.Unavailable;
import dev.switchboard.functions.LocalStack;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;

class SqsQueueOnLocalStack extends SqsQueueContract {

  private static final SqsClient SQS = LocalStack.open().aws().queues();

  @AfterAll
  static void stop() {
    for (var url : SQS.listQueues().queueUrls()) SQS.deleteQueue(it -> it.queueUrl(url));
    SQS.close();
  }

  @Override
  SqsClient sqs() {
    return SQS;
  }

  /// Once it takes them, the setting `MESSAGE_GROUPS` need not be `false` there.
  @Test
  void it_refuses_groups() {
    assertThrows(Unavailable.class, () -> grouping().send(List.of(message("work", Duration.ZERO))));
    assertEquals(0, grouping().depth());
  }
}
