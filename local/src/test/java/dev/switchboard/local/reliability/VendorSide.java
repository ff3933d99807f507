package dev.switchboard.local.reliability;

import dev.switchboard.local.state.StateFolder;
import dev.switchboard.local.vendors.Conduct.Moment;
import dev.switchboard.local.vendors.Taken;
import dev.switchboard.local.vendors.Vendors;
import dev.switchboard.send.SendId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// The four vendors: in this process, which outlives the victim's. They tell things all the time,
/// and what a dead victim does not take is told to the next one.
final class VendorSide implements Side {

  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private final KillPlan plan;
  private final Random random;
  private final VendorFaults faults;
  private final Vendors vendors;
  private final Thread courier;
  private volatile boolean resting;

  /// @param state folder of the victim, in which its clock stands
  VendorSide(KillPlan plan, Path state) {
    this.plan = plan;
    this.random = new Random(plan.seed());
    this.faults = new VendorFaults(plan);
    this.vendors = Vendors.open(faults, () -> now(state), plan.seed());
    this.courier = Thread.ofVirtual().name("courier").unstarted(this::carry);
  }

  private static Instant now(Path state) {
    var offset = StateFolder.read(state, "clock").orElseThrow().strip();
    return Instant.now().plus(Duration.parse(offset));
  }

  private void carry() {
    while (!resting) {
      var _ = vendors.tunnel().send();
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  @Override
  public Map<String, String> settings() {
    return vendors.environment();
  }

  @Override
  public boolean byPhases() {
    return false;
  }

  @Override
  public void leadTo(String url) {
    vendors.tunnel().leadTo(url);
    faults.release();
    if (courier.getState() == Thread.State.NEW) courier.start();
  }

  /// Every fourth life ends anywhere, the others while a vendor has read a request, has taken its
  /// message, or has just answered.
  @Override
  public void awaitMoment(int life, Tally tally) {
    var requests = random.nextInt(1, Math.max(2, plan.leadsPerOrder() / 2));
    var millis = random.nextInt(1, 1_500);
    var moments = Moment.values();
    if (life % (moments.length + 1) == moments.length)
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    else faults.await(moments[life % (moments.length + 1)], requests);
  }

  @Override
  public void rest() {
    resting = true;
    try {
      courier.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Side.await(() -> vendors.tunnel().send() == 0);
  }

  @Override
  public List<Books.Call> taken(String url) {
    return vendors.journal().taken().stream().map(VendorSide::call).toList();
  }

  @Override
  public List<String> wrong() {
    return vendors.journal().wrong();
  }

  private static Books.Call call(Taken message) {
    var ask = message.ask();
    return new Books.Call(new SendId(ask.mid()), ask.channel(), ask.to());
  }

  @Override
  public void close() {
    resting = true;
    faults.release();
    vendors.close();
  }
}
