package dev.switchboard.send;

import dev.switchboard.price.Usd;
import java.util.Optional;

/// What a provider's report makes of a send.
///
/// A report moves a send forward in rank only. A failure counts only if it is one of the message
/// that the provider took last; if it passes, the send is planned once more, for nobody was
/// reached.
final class Reported {

  /// Rule of sends that wait for another attempt after one that the provider could not deliver.
  static final String PASSING = "passing";

  private final Send send;
  private final Report report;
  private final String providerId;

  private Reported(Send send, Report report, String providerId) {
    this.send = send;
    this.report = report;
    this.providerId = providerId;
  }

  /// @param providerId of the message that the report is about
  /// @return the very send when the report changes nothing
  static Send of(Send send, Report report, String providerId) {
    return new Reported(send, report, providerId).after();
  }

  private Send after() {
    if (report.state() == send.state() && !decided()) return charged();
    if (!mayHaveLeft() || report.state().rank() <= rank()) return send;
    if (report.missed() && ofAnother()) return send;
    return again() ? later() : settled();
  }

  /// Told once more, with what it cost: providers know the price later than the state.
  private Send charged() {
    return report
        .cost()
        .filter(price -> named() && !price.equals(latest()))
        .map(price -> new Change(send).cost(price).done())
        .orElse(send);
  }

  /// What the latest message cost as far as known.
  private Usd latest() {
    return send.cost().minus(send.sunk());
  }

  private boolean mayHaveLeft() {
    return decided() || send.state().mayHaveLeft(send.attempts(), send.tries());
  }

  private int rank() {
    return decided() ? 0 : send.state().rank();
  }

  private boolean decided() {
    return send.reason().map(Reason::rule).filter(Ruling.DECIDED::equals).isPresent();
  }

  /// Whether the send names that message.
  private boolean named() {
    return send.providerId().equals(Optional.of(providerId));
  }

  /// Whether a failure is one of an attempt that is over. While a later one is under way nobody
  /// asks further: the provider is asked what came of that one.
  private boolean ofAnother() {
    if (decided()) return named();
    if (send.state().taken()) return send.attempts() > 1 && !named();
    return send.state().settled() ? named() : send.providerId().isPresent();
  }

  /// Whether what kept it from arriving passes, and no other attempt can have left.
  private boolean again() {
    if (!report.missed() || !report.passing() || send.attempts() >= Timing.MAX_PASSING)
      return false;
    return switch (send.state()) {
      case ACCEPTED -> named();
      case ATTEMPTING, UNKNOWN -> send.attempts() - send.tries() == 1;
      case PLANNED, HELD, NO_REPORT, DELIVERED, UNDELIVERED, VOICEMAIL, NO_ANSWER -> false;
      case BOUNCED, ANSWERED, REJECTED, SUPPRESSED, BLOCKED, CANCELLED, PARKED -> false;
    };
  }

  private Send later() {
    var wait = Timing.PASSING.multipliedBy(1L << (send.attempts() - 1));
    return told()
        .sunk()
        .state(State.PLANNED)
        .tries(send.attempts())
        .due(report.at().plus(wait))
        .reason(PASSING, report.cause() + ", attempt " + send.attempts() + ": later again")
        .done();
  }

  private Send settled() {
    return told().state(report.state()).settled().reason(report.rule(), report.cause()).done();
  }

  private Change told() {
    return new Change(send).since(report.at()).providerId(providerId).cost(charge());
  }

  /// What the message that is reported of cost, beside those before it.
  private Usd charge() {
    if (send.superseded(providerId)) return Usd.ZERO;
    var expected = latest().equals(Usd.ZERO) ? send.step().price() : latest();
    return report.cost().orElse(expected);
  }
}
