package dev.switchboard.local.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchboard.local.EmbeddedRuntime;
import dev.switchboard.local.fixture.Running;
import dev.switchboard.local.fixture.Wiring;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class RestartTest {

  @TempDir private Path folder;

  @Test
  void tables_clock_and_key_survive() {
    var options = Wiring.options().withState(folder.resolve("state"));
    String token;
    Instant then;
    int port;
    try (var running = Running.start(options)) {
      note(running);
      running.runtime().moves().advance(Duration.ofHours(5));
      then = running.runtime().clock().instant();
      token = running.runtime().token("manager");
      port = URI.create(running.runtime().url()).getPort();
    }
    try (var running = Running.start(options.withPort(port))) {
      var answer =
          running.send(running.request("/things/1").header("Authorization", "Bearer " + token));

      assertEquals(1, running.notes("kept").size());
      assertFalse(running.runtime().clock().instant().isBefore(then));
      assertEquals(201, answer.statusCode());
    }
  }

  private static void note(Running running) {
    var item = Map.of("pk", AttributeValue.fromS("kept"), "sk", AttributeValue.fromS("1"));
    running.runtime().aws().dynamo().putItem(put -> put.tableName("NotesTable").item(item));
  }

  @Test
  void a_second_instance_on_the_folder_is_turned_away_and_harms_nothing() {
    var options = Wiring.options().withState(folder.resolve("state"));
    try (var running = Running.start(options)) {
      var failure = assertThrows(StartFailure.class, () -> EmbeddedRuntime.start(options));

      assertTrue(failure.getMessage().startsWith("Another instance runs on the folder "));
      assertEquals(201, running.get("/open").statusCode());
    }
  }

  @Test
  void a_port_in_use_is_one_sentence() {
    try (var running = Running.start()) {
      var port = URI.create(running.runtime().url()).getPort();

      var failure =
          assertThrows(
              StartFailure.class, () -> EmbeddedRuntime.start(Wiring.options().withPort(port)));

      assertEquals(
          "Port %d is in use: stop what runs there, or choose another with --port.".formatted(port),
          failure.getMessage());
    }
  }

  @Test
  void a_folder_that_cannot_be_made_is_one_sentence() throws IOException {
    var file = Files.writeString(folder.resolve("file"), "");
    var options = Wiring.options().withState(file.resolve("state"));

    var failure = assertThrows(StartFailure.class, () -> EmbeddedRuntime.start(options));

    assertTrue(failure.getMessage().startsWith("The folder "), failure.getMessage());
    assertEquals(1, failure.getMessage().lines().count());
  }

  @Test
  void what_is_broken_in_the_folder_is_one_sentence() throws IOException {
    var state = Files.createDirectories(folder.resolve("state"));
    var options = Wiring.options().withState(state);

    Files.createDirectory(state.resolve("data.db"));
    assertThrows(StartFailure.class, () -> EmbeddedRuntime.start(options));
    Files.delete(state.resolve("data.db"));

    Files.writeString(state.resolve("clock"), "noon");
    assertThrows(StartFailure.class, () -> EmbeddedRuntime.start(options));
    Files.delete(state.resolve("clock"));

    Files.writeString(state.resolve("key.json"), "{}");
    assertThrows(StartFailure.class, () -> EmbeddedRuntime.start(options));
  }
}
