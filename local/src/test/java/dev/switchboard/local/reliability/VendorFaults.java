package dev.switchboard.local.reliability;

import dev.switchboard.local.vendors.Ask;
import dev.switchboard.local.vendors.Conduct;
import dev.switchboard.local.vendors.Mishap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The faults of a plan's leads as the vendors have them; and a snare in which the requests of a
/// victim are caught that is to die.
final class VendorFaults implements Conduct {

  private static final long PATIENCE_SECONDS = 20;

  /// Of a message that was taken.
  private static final List<Mishap> LOST = List.of(Mishap.LOST, Mishap.RESET, Mishap.BROKEN);

  private final Map<String, Lead> leads = new HashMap<>();
  private Snare snare = new Snare(Moment.ASKED, 0);

  /// @param moment at which requests are caught
  private record Snare(
      Moment moment, CountDownLatch before, CountDownLatch caught, CountDownLatch released) {

    /// @param requests that pass before it closes; 0: it never does
    Snare(Moment moment, int requests) {
      this(
          moment,
          new CountDownLatch(requests),
          new CountDownLatch(1),
          new CountDownLatch(requests == 0 ? 0 : 1));
    }
  }

  VendorFaults(KillPlan plan) {
    for (var lead : plan.all()) {
      leads.put(lead.phone(), lead);
      leads.put(lead.email(), lead);
    }
  }

  @Override
  public Mishap mishap(Ask ask, int attempt) {
    return fault(ask).map(fault -> mishap(fault, ask, attempt)).orElse(Mishap.NONE);
  }

  private Optional<Fault> fault(Ask ask) {
    return Optional.of(leads.get(ask.to()))
        .filter(lead -> lead.faulty() == ask.channel())
        .flatMap(Lead::fault);
  }

  private Mishap mishap(Fault fault, Ask ask, int attempt) {
    var first = attempt == 1;
    return switch (fault) {
      case NOT_TAKEN_AT_FIRST -> first ? Mishap.BUSY : Mishap.NONE;
      case NEVER_TAKEN -> Mishap.BUSY;
      case LOST_REPLY -> first ? LOST.get(leads.get(ask.to()).number() % LOST.size()) : Mishap.NONE;
      case UNCLEAR_AT_FIRST -> first ? Mishap.ERROR : Mishap.NONE;
      case UNCLEAR -> Mishap.ERROR;
      case OPTED_OUT -> Mishap.OPTED_OUT;
      case BAD_ADDRESS -> Mishap.BAD_ADDRESS;
      case UNDELIVERED, STOP -> Mishap.NONE;
    };
  }

  @Override
  public String ending(Ask ask, int take) {
    if (!fault(ask).equals(Optional.of(Fault.UNDELIVERED))) return Conduct.good(ask.channel());
    return switch (ask.channel()) {
      case SMS -> "undelivered";
      case EMAIL -> "failed";
      case VOICE_CALL, VOICEMAIL -> "twilio-reported-customer-misdialed";
    };
  }

  @Override
  public Optional<String> reply(Ask ask) {
    return fault(ask).filter(Fault.STOP::equals).map(_ -> "STOP");
  }

  @Override
  public void passes(Moment moment) {
    var now = snare();
    if (moment != now.moment()) return;
    now.before().countDown();
    if (now.before().getCount() > 0) return;
    now.caught().countDown();
    await(now.released());
  }

  private synchronized Snare snare() {
    return snare;
  }

  /// Waits until a request is caught, at the latest after twenty seconds.
  void await(Moment moment, int requests) {
    var set = new Snare(moment, requests);
    synchronized (this) {
      snare = set;
    }
    await(set.caught());
  }

  /// Lets those who are caught go, and catches nobody.
  void release() {
    snare().released().countDown();
    synchronized (this) {
      snare = new Snare(Moment.ASKED, 0);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      var _ = latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
