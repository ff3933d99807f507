package dev.switchboard.local.dev;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchboard.local.machine.fixture.Workshop;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ExecutionPagesTest {

  private static HttpResponse<String> got(Workshop workshop, String path, String accept) {
    try (var client = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(URI.create(workshop.runtime().url() + path))
              .header("Accept", accept)
              .build();
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void executions_are_there_to_be_read() {
    try (var workshop = Workshop.start()) {
      assertEquals(
          "No execution yet: start one, and it is here.\n",
          got(workshop, "/dev/executions", "*/*").body());
      workshop.started("Naps", "bad", "{\"seconds\":60,\"fails\":true}");
      workshop.started("Approval", "one", "{\"subject\":\"one\",\"seconds\":7200}");
      workshop.advance(Duration.ofMinutes(10));

      var list = got(workshop, "/dev/executions", "*/*").body();
      assertTrue(list.contains(" RUNNING    Approval:one                             Ask\n"), list);
      assertTrue(
          list.contains(" FAILED     Naps:bad                                 Wake\n"), list);

      var text = got(workshop, "/dev/executions/Naps:bad", "*/*").body();
      assertTrue(text.contains("Sleep: entered 2030-01-01 00:00:"), text);
      assertTrue(text.contains("not left, retries: 2\n"), text);
      assertTrue(text.contains("  error:  java.lang.IllegalStateException: {"), text);

      var json =
          workshop.json(got(workshop, "/dev/executions/Naps:bad", "application/json").body());
      assertEquals("FAILED", json.path("status").asText());
      assertEquals(60, json.path("visits").path(0).path("input").path("seconds").asInt());
      assertEquals(2, json.path("visits").path(1).path("retries").asInt());
      assertEquals(404, got(workshop, "/dev/executions/Naps:none", "*/*").statusCode());
    }
  }
}
