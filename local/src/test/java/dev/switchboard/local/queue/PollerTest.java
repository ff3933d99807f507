package dev.switchboard.local.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchboard.functions.Json;
import dev.switchboard.local.fixture.Running;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PollerTest {

  private Running running;

  @BeforeEach
  void start() {
    running = Running.start();
  }

  @AfterEach
  void stop() {
    running.close();
  }

  @Test
  void a_message_reaches_its_function_once_and_is_gone() throws IOException {
    running.sendMessage("fine", 0);
    settle();

    var notes = running.notes("work fine");
    var seen = Json.MAPPER.readTree(notes.getFirst().get("text").s());
    assertEquals(1, notes.size());
    assertEquals(
        "arn:aws:sqs:us-east-1:000000000000:WorkQueue", seen.path("eventSourceARN").asText());
    assertEquals("aws:sqs", seen.path("eventSource").asText());
    assertEquals(new Queues.Depth(0, 0, 0), running.runtime().depth("WorkQueue"));
  }

  @Test
  void only_the_items_that_failed_come_again_and_then_go_to_the_dead_letters() {
    running.sendMessage("bad", 0);
    running.sendMessage("good", 0);
    settle();

    assertEquals(1, running.notes("work bad").size());
    assertEquals(1, running.notes("work good").size());
    assertEquals(new Queues.Depth(0, 1, 0), running.runtime().depth("WorkQueue"));

    running.runtime().moves().advance(Duration.ofSeconds(61));
    assertEquals(2, running.notes("work bad").size());

    running.runtime().moves().advance(Duration.ofSeconds(61));
    assertEquals(2, running.notes("work bad").size());
    assertEquals(1, running.notes("work good").size());
    assertEquals(new Queues.Depth(0, 0, 0), running.runtime().depth("WorkQueue"));
    assertEquals(1, running.runtime().depth("DeadLetters").all());
  }

  @Test
  void an_exception_and_an_unknown_id_fail_the_whole_batch() {
    running.sendMessage("boom", 0);
    running.sendMessage("unknown", 0);
    settle();

    assertEquals(new Queues.Depth(0, 2, 0), running.runtime().depth("WorkQueue"));
  }

  @Test
  void a_delayed_message_waits_for_the_clock() {
    running.sendMessage("late", 600);
    settle();
    assertEquals(0, running.notes("work late").size());

    running.runtime().moves().advance(Duration.ofSeconds(590));
    assertEquals(0, running.notes("work late").size());

    running.runtime().moves().advance(Duration.ofSeconds(11));
    assertEquals(1, running.notes("work late").size());
  }

  @Test
  void many_messages_all_arrive() {
    for (var number = 0; number < 50; number++) running.sendMessage("many", 0);
    settle();

    assertEquals(50, running.notes("work many").size());
  }

  private void settle() {
    assertTrue(running.runtime().settle());
  }
}
