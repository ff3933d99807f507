package dev.switchboard.local.machine.expression;

/// An expression that gave no JSON, or not what its field needs.
public final class EvaluationFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String field;

  /// @param field of the state
  /// @param sentence as AWS tells it
  public EvaluationFailure(String field, String sentence) {
    super(sentence, null, false, false);
    this.field = field;
  }

  /// Where in its state.
  public String field() {
    return field;
  }
}
