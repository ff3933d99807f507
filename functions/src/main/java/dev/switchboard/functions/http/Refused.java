package dev.switchboard.functions.http;

/// Ends a request with a problem. Thrown by everything that reads a request, answered by
/// [Endpoint]; a business result that a caller must consider is a sealed type instead.
public final class Refused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  public Refused(Problem problem) {
    super(problem.kind() + ": " + problem.detail(), null, false, false);
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
