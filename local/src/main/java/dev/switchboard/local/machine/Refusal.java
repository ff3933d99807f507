package dev.switchboard.local.machine;

/// Why Step Functions would not do what it was asked for.
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String type;

  /// @param type as the SDK knows it: `ExecutionAlreadyExists`
  public Refusal(String type, String message) {
    super(message, null, false, false);
    this.type = type;
  }

  public String type() {
    return type;
  }
}
