package dev.switchboard.local.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {

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
  void help_is_there_for_everything() {
    assertEquals(0, Commands.run("--help"));
    assertEquals(0, Commands.run("help", "start"));
    assertEquals(0, Commands.run("help", "token"));
    assertEquals(0, Commands.run("help", "clock"));
  }
}
