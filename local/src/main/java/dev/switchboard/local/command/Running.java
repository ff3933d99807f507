package dev.switchboard.local.command;

import dev.switchboard.local.EmbeddedRuntime;
import dev.switchboard.local.state.StartFailure;
import dev.switchboard.local.state.StateFolder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;

/// The instance that runs on a state folder, over its loopback port.
record Running(Path state) {

  String get(String path) {
    return sent(path, HttpRequest.newBuilder(uri(path)).GET());
  }

  String post(String path, String json) {
    return sent(
        path,
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  /// Where it answers, or last did.
  String url() {
    return StateFolder.read(state, EmbeddedRuntime.URL_FILE).orElseThrow(this::notRunning);
  }

  private URI uri(String path) {
    return URI.create(url() + path);
  }

  private String sent(String path, HttpRequest.Builder request) {
    try (var client = HttpClient.newHttpClient()) {
      var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() == 200) return answer.body();
      throw new StartFailure(
          "%s answered %d: %s".formatted(path, answer.statusCode(), answer.body()));
    } catch (IOException e) {
      throw notRunning();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw notRunning();
    }
  }

  private StartFailure notRunning() {
    return new StartFailure(
        "Nothing runs on the folder %s: start it first, or name the folder with --state."
            .formatted(state));
  }
}
