package dev.switchboard.local.command;

import dev.switchboard.local.state.StartFailure;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;

/// All commands; without one, `start`.
@Command(
    name = "switchboard",
    mixinStandardHelpOptions = true,
    version = "switchboard 0.1.0",
    description = "Runs the whole product in this process, or talks to the one that runs.",
    subcommands = {
      StartCommand.class,
      SendCommand.class,
      CampaignCommand.class,
      ProgressCommand.class,
      TokenCommand.class,
      ClockCommand.class,
      DoctorCommand.class,
      LintCommand.class,
      HelpCommand.class
    })
public final class Commands implements Runnable {

  @Mixin private final StartCommand start = new StartCommand();

  @Override
  public void run() {
    start.run();
  }

  /// @return exit code: 0, 1 after a sentence that says what to do, 2 after a usage error; stopped
  ///   by a signal, the process ends with 128 and its number: 130 for Ctrl-C, 143 for SIGTERM
  public static int run(String... arguments) {
    return new CommandLine(new Commands())
        .setExecutionExceptionHandler((failure, line, _) -> {
          if (!(failure instanceof StartFailure)) throw failure;
          line.getErr().println(failure.getMessage());
          return 1;
        })
        .execute(arguments);
  }
}
