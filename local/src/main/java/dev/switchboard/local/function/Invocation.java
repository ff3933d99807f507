package dev.switchboard.local.function;

/// How a call of a function ended.
public sealed interface Invocation {

  /// The function answered.
  ///
  /// @param payload its answer; empty when it wrote nothing
  // Bytes pass through; they are never compared.
  @SuppressWarnings("ArrayRecordComponent")
  record Answered(byte[] payload) implements Invocation {}

  /// The function threw.
  ///
  /// @param type class of what it threw, as state machines match it
  record Failed(String type, String message) implements Invocation {}

  /// The function took longer than its timeout and was interrupted.
  record TimedOut(String message) implements Invocation {}
}
