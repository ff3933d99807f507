package dev.switchboard.local;

import dev.switchboard.local.command.Commands;

/// The command line's way in.
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    // The engines leave threads behind; without exit the process would stay.
    System.exit(Commands.run(arguments));
  }
}
