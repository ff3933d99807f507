package dev.switchboard.local.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.switchboard.functions.Json;
import dev.switchboard.local.state.StartFailure;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Prints a token of a ready-made person, good for eight hours at the running instance.
@Command(name = "token", description = "Prints a token of a ready-made person.")
final class TokenCommand implements Runnable {

  @Option(
      names = "--person",
      defaultValue = "manager",
      description =
          "user, creator, operator, manager, admin, agent or globex-admin. Default:"
              + " ${DEFAULT-VALUE}")
  private String person = "manager";

  @Option(
      names = "--state",
      defaultValue = ".switchboard",
      description = "Folder of the running instance. Default: ${DEFAULT-VALUE}")
  private Path state = Path.of(".switchboard");

  @Override
  public void run() {
    try {
      var answer = new Running(state).get("/dev/token?person=" + person.replaceAll("[^\\w-]", ""));
      System.out.println(Json.MAPPER.readTree(answer).path("token").asText());
    } catch (JsonProcessingException e) {
      throw new StartFailure("The running instance is not Switchboard: mend --state.", e);
    }
  }
}
