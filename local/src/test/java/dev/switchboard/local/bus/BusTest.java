package dev.switchboard.local.bus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchboard.functions.Json;
import dev.switchboard.local.fixture.Running;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.eventbridge.model.EventBridgeException;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;

class BusTest {

  private static Running running;

  @BeforeAll
  static void start() {
    running = Running.start();
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  @Test
  void an_event_reaches_the_functions_whose_rule_it_matches() throws IOException {
    put(entry("Good", "{\"count\":1}"));
    put(entry("Other", "{\"count\":2}"));
    var answer = put(entry("Good", "{\"count\":2}"));
    assertTrue(running.runtime().settle());

    var heard = running.notes("heard Good");
    var event = Json.MAPPER.readTree(heard.getFirst().get("text").s());
    assertEquals(1, heard.size());
    assertEquals(answer.entries().getFirst().eventId(), event.path("id").asText());
    assertEquals("fixture", event.path("source").asText());
    assertEquals("{\"count\":2}", event.path("detail").toString());
  }

  @Test
  void a_function_that_fails_is_called_again_and_then_the_event_is_dead() {
    put(entry("Bad", "{\"count\":5}"));
    assertTrue(running.runtime().settle());
    assertEquals(1, running.notes("heard Bad").size());

    running.runtime().moves().advance(Duration.ofMinutes(2));

    assertEquals(2, running.notes("heard Bad").size());
    assertEquals(1, running.runtime().depth("DeadLetters").visible());
  }

  @Test
  void a_malformed_entry_fails_alone() {
    var answer = put(entry("Good", "no json"), entry("Good", "[]"), entry("None", "{\"count\":2}"));

    assertEquals(2, answer.failedEntryCount());
    assertEquals("MalformedDetail", answer.entries().get(0).errorCode());
    assertEquals("MalformedDetail", answer.entries().get(1).errorCode());
  }

  @Test
  void no_more_than_ten_entries_go_at_once() {
    var eleven = Collections.nCopies(11, entry("Good", "{}"));

    assertThrows(
        EventBridgeException.class,
        () -> running.runtime().aws().events().putEvents(put -> put.entries(eleven)));
  }

  private static PutEventsResponse put(PutEventsRequestEntry... entries) {
    return running.runtime().aws().events().putEvents(put -> put.entries(entries));
  }

  private static PutEventsRequestEntry entry(String type, String detail) {
    return PutEventsRequestEntry.builder()
        .eventBusName("news")
        .source("fixture")
        .detailType(type)
        .detail(detail)
        .build();
  }
}
