package dev.switchboard.local.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.switchboard.local.clock.DueTimes;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

class SqsQueueOnElasticMq extends SqsQueueContract {

  private static Queues queues;

  @BeforeAll
  static void start() {
    var url = URI.create("http://127.0.0.1:1");
    queues = Queues.start(Optional.empty(), InstantSource.system(), new DueTimes(), url);
  }

  @AfterAll
  static void stop() {
    queues.close();
  }

  @Override
  SqsClient sqs() {
    return queues.sqs();
  }

  @Test
  void it_takes_groups_as_AWS_does() {
    grouping().send(List.of(message("work", Duration.ZERO)));

    var message = receive(grouping().url(), 5).getFirst();
    assertEquals("group", message.attributes().get(MessageSystemAttributeName.MESSAGE_GROUP_ID));
  }
}
