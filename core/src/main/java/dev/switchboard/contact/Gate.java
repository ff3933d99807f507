package dev.switchboard.contact;

import dev.switchboard.contact.Verdict.Allow;
import dev.switchboard.contact.Verdict.Block;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// The outbound gate: whether one message may leave at one moment, and if not, by which rule.
///
/// Asked for every message at the moment of sending, also for those a person wrote or approved.
/// Pure: the same question under the same rules has the same answer. Rules in order, the first that
/// objects is told: suppression, response, registers, consent, content, budget, frequency cap,
/// cool-down, hours. So a message that may never leave is blocked before it is held.
public final class Gate {

  private final Rules rules;

  public Gate(Rules rules) {
    this.rules = rules;
  }

  /// What is decided by; decisions record its version.
  public Rules rules() {
    return rules;
  }

  /// What happens to the message. In [Policy.Mode#REPORT] it may leave, unless the contact opted
  /// out, took consent back or is suppressed otherwise.
  public Verdict decide(Ask ask) {
    return switch (ask.policy().mode()) {
      case ENFORCE -> decideAsIfEnforced(ask);
      case REPORT -> OptOuts.objection(ask).<Verdict>map(block -> block).orElseGet(Allow::new);
    };
  }

  /// What would happen to the message in [Policy.Mode#ENFORCE], whatever the mode: what a report
  /// records.
  public Verdict decideAsIfEnforced(Ask ask) {
    Stream<Function<Ask, Optional<Block>>> objections =
        Stream.of(
            OptOuts::suppressed,
            Gate::responded,
            Listings::objection,
            Consents::objection,
            ContentRules::objection,
            Gate::overBudget);
    return objections
        .flatMap(objection -> objection.apply(ask).stream())
        .findFirst()
        .<Verdict>map(block -> block)
        .orElseGet(() -> timed(ask));
  }

  /// When a message that may leave now must have arrived: the end of the hours it may leave in.
  /// Empty if that is further away than `within`, or if no hours are kept.
  public Optional<Instant> arriveBefore(Ask ask, Duration within) {
    return switch (ask.policy().mode()) {
      case ENFORCE -> hours(ask).closing(ask.now(), within);
      case REPORT -> Optional.empty();
    };
  }

  private SendingHours hours(Ask ask) {
    var quiet = ask.policy().quietDays();
    return SendingHours.of(rules, ask.channel(), ask.purpose(), ask.contact().clues(), quiet);
  }

  private static Optional<Block> responded(Ask ask) {
    // Service and collections are conversations: there an answer calls for an answer.
    if (ask.purpose() != Purpose.MARKETING) return Optional.empty();
    return Optional.ofNullable(ask.contact().responses().get(ask.purposeId()))
        .map(at -> new Block("responded", "The contact responded to this at " + at));
  }

  private static Optional<Block> overBudget(Ask ask) {
    var price = ask.spend().price();
    return ask.spend()
        .left()
        .filter(left -> price.compareTo(left) > 0)
        .map(left -> new Block("budget", "It may cost " + price + ", and " + left + " is left"));
  }

  private Verdict timed(Ask ask) {
    var hours = hours(ask);
    var pace = Pace.objection(ask);
    var opening = hours.opening(pace.map(Verdict.Hold::until).orElse(ask.now()));
    if (opening.isEmpty()) return hours.never();
    return pace.<Verdict>map(hold -> new Verdict.Hold(opening.get(), hold.rule(), hold.because()))
        .orElseGet(() -> inHours(hours, ask.now(), opening.get()));
  }

  private static Verdict inHours(SendingHours hours, Instant now, Instant opening) {
    return opening.equals(now) ? new Allow() : hours.hold(now, opening);
  }
}
