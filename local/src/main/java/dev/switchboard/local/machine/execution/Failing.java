package dev.switchboard.local.machine.execution;

/// Ends what a state is at with a [Failure]; caught in one place, by the [Interpreter].
final class Failing extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Failure failure;

  Failing(Failure failure) {
    super(failure.error().orElse(""), null, false, false);
    this.failure = failure;
  }

  Failure failure() {
    return failure;
  }
}
