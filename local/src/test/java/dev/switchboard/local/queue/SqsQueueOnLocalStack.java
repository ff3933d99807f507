package dev.switchboard.local.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.switchboard.Unavailable;
import dev.switchboard.functions.LocalStack;
import dev.switchboard.functions.aws.SqsQueue;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

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

  /// Version 4.4 refuses them, later ones take them: hence the setting `MESSAGE_GROUPS`.
  @Test
  void groups_are_refused_aloud_or_kept() {
    var queue = grouping();
    try {
      queue.send(List.of(message("work", Duration.ZERO)));
    } catch (Unavailable e) {
      assertEquals(new SqsQueue.Depth(0, 0, 0), queue.depth());
      return;
    }
    var message = receive(queue.url(), 5).getFirst();
    assertEquals("group", message.attributes().get(MessageSystemAttributeName.MESSAGE_GROUP_ID));
  }
}
