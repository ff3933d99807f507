package dev.switchboard.local.state;

/// Why the runtime did not start: one sentence that says what to do, for a person to read.
public final class StartFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// @param sentence what is wrong and how to mend it, without a line break
  public StartFailure(String sentence) {
    super(sentence);
  }

  /// @param sentence as above
  /// @param cause kept for a debugger; never printed
  public StartFailure(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
