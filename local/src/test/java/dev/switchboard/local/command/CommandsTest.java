package dev.switchboard.local.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {

  private static final String TEMPLATE =
      """
      Resources:
        A: { Type: AWS::Serverless::StateMachine, Properties: { DefinitionUri: a.asl.json } }
      """;

  private static final String MACHINE =
      """
      {"QueryLanguage": "JSONata", "StartAt": "Begin", "States": {
        "Begin": {"Type": "Pass", "Next": "%s"}, "End": {"Type": "Succeed"}}}
      """;

  @TempDir private Path folder;

  @Test
  void what_cannot_be_done_is_exit_code_1() {
    var state = folder.resolve("state").toString();

    assertEquals(1, Commands.run("token", "--state", state));
    assertEquals(1, Commands.run("clock", "--state", state));
    assertEquals(
        1, Commands.run("start", "--template", "nowhere.yaml", "--state", state, "--port", "0"));
  }

  @Test
  void a_wrong_argument_is_exit_code_2() {
    assertEquals(2, Commands.run("clock", "--advance", "soon"));
    assertEquals(2, Commands.run("dance"));
  }

  @Test
  void the_clock_says_when_it_is_and_how_far_that_is_from_now() {
    var noon = Instant.parse("2026-11-17T12:03:09Z");
    var says = "The clock says Tue 17 Nov 07:03 in New York, ";

    assertEquals(
        says + "100 h 57 min behind real time.",
        ClockCommand.sentence(noon, noon.plus(Duration.ofMinutes(6057))));
    assertEquals(
        says + "0 h 1 min ahead of real time.",
        ClockCommand.sentence(noon, noon.minus(Duration.ofSeconds(61))));
    assertEquals(
        says + "which is real time.", ClockCommand.sentence(noon, noon.plus(Duration.ofMillis(2))));
  }

  @Test
  void lint_tells_whether_the_machines_of_a_template_can_run() throws IOException {
    var template = Files.writeString(folder.resolve("template.yaml"), TEMPLATE);
    Files.writeString(folder.resolve("a.asl.json"), MACHINE.formatted("End"));
    assertEquals(0, Commands.run("lint", "--template", template.toString()));

    Files.writeString(folder.resolve("a.asl.json"), MACHINE.formatted("Nowhere"));
    assertEquals(1, Commands.run("lint", "--template", template.toString()));
  }

  @Test
  void help_is_there_for_everything() {
    assertEquals(0, Commands.run("--help"));
    assertEquals(0, Commands.run("help", "start"));
    assertEquals(0, Commands.run("help", "token"));
    assertEquals(0, Commands.run("help", "clock"));
    assertEquals(0, Commands.run("help", "doctor"));
    assertEquals(0, Commands.run("help", "lint"));
  }
}
