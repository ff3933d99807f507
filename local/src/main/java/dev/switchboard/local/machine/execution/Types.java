package dev.switchboard.local.machine.execution;

import dev.switchboard.local.machine.definition.State;

/// What the types of states are called in definitions and in histories.
public final class Types {
  private Types() {}

  public static String of(State state) {
    return switch (state) {
      case State.Pass _ -> "Pass";
      case State.Task _ -> "Task";
      case State.Choice _ -> "Choice";
      case State.Wait _ -> "Wait";
      case State.Succeed _ -> "Succeed";
      case State.Fail _ -> "Fail";
      case State.Parallel _ -> "Parallel";
      case State.ForEach _ -> "Map";
    };
  }
}
