package dev.switchboard.functions.send;

import dev.switchboard.Unavailable;
import dev.switchboard.contact.Channel;
import dev.switchboard.contact.Contact;
import dev.switchboard.contact.Contacts;
import dev.switchboard.functions.Services;
import dev.switchboard.functions.send.ReportQueue.Told;
import dev.switchboard.price.Usd;
import dev.switchboard.send.Ledger;
import dev.switchboard.send.Report;
import dev.switchboard.send.Send;
import dev.switchboard.send.SendId;
import dev.switchboard.send.State;
import dev.switchboard.send.Summaries;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/// What providers tell of sends: how far they came, whom not to try again, what was said.
public final class Reports {

  /// A report may be faster than the answer to the attempt that it is about.
  private static final Duration OVERTAKING = Duration.ofSeconds(15);

  private final Ledger ledger;
  private final Contacts contacts;
  private final Transitions transitions;
  private final Summaries summaries;
  private final KnownNumbers numbers;
  private final Objections objections;
  private final InstantSource clock;

  public Reports(Services services) {
    this.ledger = services.ledger();
    this.contacts = services.contacts();
    this.transitions = services.transitions();
    this.summaries = services.summaries();
    this.numbers = services.knownNumbers();
    this.objections = services.objections();
    this.clock = services.clock();
  }

  /// Applies what was told of a send; again as well as once, and in any order.
  ///
  /// @throws Unavailable if it may be about an attempt that is not stored yet
  public void apply(Told told) {
    told.mid().map(SendId::new).or(() -> called(told)).ifPresent(id -> apply(id, told));
  }

  private void apply(SendId id, Told told) {
    var send = ledger.find(id);
    if (send.isEmpty()) {
      Unmatched.tell("report", "there is no such send", told.at());
      return;
    }
    // First, so that no fallback leaves for somebody who objected.
    told.objection().ifPresent(objection -> objections.note(send.get(), objection, told.at()));
    told.state()
        .ifPresentOrElse(
            state -> transitions.report(id, report(told, state), providerId(told)),
            () -> told.providerId().ifPresent(it -> transitions.taken(id, it)));
    told.summary().filter(it -> !it.isBlank()).ifPresent(it -> keep(send.get(), it));
  }

  private static Report report(Told told, String state) {
    return new Report(
        State.ofWire(state),
        told.cause().orElse(state),
        told.objection(),
        told.cost().map(Usd::of),
        told.at());
  }

  private static String providerId(Told told) {
    return told.providerId()
        .orElseThrow(() -> new IllegalArgumentException("a report has a provider_id"));
  }

  /// The call that a provider means by a number and its own id.
  private Optional<SendId> called(Told told) {
    var number = told.number().orElseThrow(() -> new IllegalArgumentException("of nobody"));
    var found =
        numbers.behind(number).stream()
            .flatMap(known -> known.latest(Channel.VOICE_CALL).stream())
            .flatMap(id -> ledger.find(id).stream())
            .filter(send -> send.providerId().equals(told.providerId()))
            .map(Send::id)
            .findFirst();
    if (found.isPresent()) return found;
    if (clock.instant().isBefore(told.at().plus(OVERTAKING)))
      throw new Unavailable("no call of that id yet", null);
    Unmatched.tell("report", "no call of that id to the number", told.at());
    return Optional.empty();
  }

  private void keep(Send send, String summary) {
    summaries.keep(send.id(), summary);
    // After it was kept: an erasure that this look misses finds the summary itself.
    var contact = contacts.find(send.owner(), send.id().contact());
    if (contact.filter(Contact::erased).isPresent()) summaries.keep(send.id(), "");
  }
}
