package dev.switchboard.local.command;

import dev.switchboard.local.sample.Api;
import dev.switchboard.local.sample.Progress;
import dev.switchboard.local.sample.Screen;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Shows how the latest executions of the running instance stand.
@Command(name = "progress", description = "Shows how the latest executions stand.")
final class ProgressCommand implements Runnable {

  @Option(
      names = "--latest",
      defaultValue = "3",
      description = "How many, 1 to 100. Default: ${DEFAULT-VALUE}")
  private int latest = 3;

  @Option(
      names = "--state",
      defaultValue = ".switchboard",
      description = "Folder of the running instance. Default: ${DEFAULT-VALUE}")
  private Path state = Path.of(".switchboard");

  @Override
  public void run() {
    var screen = Screen.console();
    try (var api = new Api(new Running(state).url(), "manager")) {
      var executions = api.get("/api/smart-send?limit=" + latest).expect(200).path("executions");
      if (executions.isEmpty()) screen.line("Nothing was sent yet: try `send samples/leads.csv`.");
      for (var execution : executions) {
        screen.heading(Progress.title(execution));
        screen.lines(Progress.results(execution));
      }
    }
  }
}
