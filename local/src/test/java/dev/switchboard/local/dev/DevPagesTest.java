package dev.switchboard.local.dev;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.switchboard.local.fixture.Running;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DevPagesTest {

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
  void the_outbox_shows_the_newest_first_and_says_that_it_is_simulated() {
    for (var time : new String[] {"2026-01-01", "2026-01-03", "2026-01-02"}) {
      running
          .runtime()
          .aws()
          .dynamo()
          .putItem(put ->
              put.tableName("OutboxTable")
                  .item(
                      Map.of(
                          "pk", AttributeValue.fromS("p"),
                          "sk", AttributeValue.fromS(time),
                          "calls", AttributeValue.fromN("1"))));
    }

    var outbox = Running.json(running.get("/dev/outbox?limit=2"));

    assertEquals(
        "{\"simulated\":true,\"items\":[{\"calls\":1,\"pk\":\"p\",\"sk\":\"2026-01-03\"},{\"calls\":1,\"pk\":\"p\",\"sk\":\"2026-01-02\"}]}",
        outbox.toString());
    assertEquals(400, running.get("/dev/outbox?limit=many").statusCode());
  }

  @Test
  void the_overview_says_what_runs() {
    var overview = Running.json(running.get("/dev"));

    assertEquals(running.runtime().url(), overview.path("api").asText());
    assertEquals("[\"NotesTable\",\"OutboxTable\"]", overview.path("tables").toString());
    assertEquals("[\"WorkQueue\",\"DeadLetters\"]", overview.path("queues").toString());
    assertEquals(404, running.get("/dev/nothing").statusCode());
    assertEquals(404, running.get("/dev/token?person=nobody").statusCode());
  }

  @Test
  void queues_show_their_depth() {
    assertEquals(
        "{\"visible\":0,\"hidden\":0,\"delayed\":0}",
        Running.json(running.get("/dev/queues")).path("WorkQueue").toString());
  }
}
