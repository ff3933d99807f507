package dev.switchboard.functions.http;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// Collects what is wrong with a request: all is counted, the first hundred are kept.
public final class Findings {

  /// Nobody mends more at once; an answer stays small whatever was posted.
  public static final int KEPT = 100;

  private final List<Finding> kept = new ArrayList<>();
  private int count;

  public void add(Finding finding) {
    count++;
    if (kept.size() < KEPT) kept.add(finding);
  }

  public boolean none() {
    return count == 0;
  }

  public List<Finding> kept() {
    return List.copyOf(kept);
  }

  /// Changes what was kept so far: adds a line number where the body had lines.
  public void mend(UnaryOperator<Finding> change) {
    kept.replaceAll(change);
  }

  /// @throws Refused 400 with all findings, if there are any
  public void refuse(Problem.Kind kind) {
    if (!none()) throw new Refused(Problem.of(kind, detail()).with(kept()));
  }

  private String detail() {
    if (count > KEPT) return count + " findings; the first " + KEPT + " are listed.";
    return count == 1 ? "One finding." : count + " findings.";
  }
}
