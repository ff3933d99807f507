package dev.switchboard.local.reliability;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// The outbox: in the victim, on its tables.
final class OutboxSide implements Side {

  private final KillPlan plan;
  private final Random random;

  OutboxSide(KillPlan plan) {
    this.plan = plan;
    this.random = new Random(plan.seed());
  }

  @Override
  public Map<String, String> settings() {
    return Map.of();
  }

  @Override
  public boolean byPhases() {
    return true;
  }

  @Override
  public void leadTo(String url) {}

  /// Every fifth life ends anywhere, the others in a certain phase after a certain share of their
  /// work.
  @Override
  public void awaitMoment(int life, Tally tally) {
    var calls = random.nextInt(plan.leadsPerOrder());
    var millis = random.nextInt(1, 1_500);
    var wanted = List.of(Phase.values()).get(life % Phase.values().length);
    if (life % 5 == 4) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
      return;
    }
    Side.await(() -> tally.calls() >= calls);
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis) / 30);
    Side.await(() -> tally.in(wanted) > 0);
  }

  @Override
  public void rest() {}

  @Override
  public List<Books.Call> taken(String url) {
    return Books.outbox(url);
  }

  @Override
  public List<String> wrong() {
    return List.of();
  }

  @Override
  public void close() {}
}
