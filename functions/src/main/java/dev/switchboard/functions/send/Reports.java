package dev.switchboard.functions.send;

import dev.switchboard.Unavailable;
import dev.switchboard.contact.Channel;
import dev.switchboard.contact.Contact;
import dev.switchboard.contact.Contacts;
import dev.switchboard.contact.Suppression;
import dev.switchboard.functions.events.Bus;
import dev.switchboard.functions.events.Event;
import dev.switchboard.functions.send.ReportQueue.Told;
import dev.switchboard.price.Usd;
import dev.switchboard.send.Ledger;
import dev.switchboard.send.Report;
import dev.switchboard.send.Send;
import dev.switchboard.send.SendId;
import dev.switchboard.send.State;
import dev.switchboard.send.Summaries;
import java.time.Duration;
import java.time.Instant;
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
  private final Around around;

  /// What a report is told on and timed by.
  public record Around(Bus bus, InstantSource clock) {}

  public Reports(
      Ledger ledger,
      Contacts contacts,
      Transitions transitions,
      Summaries summaries,
      KnownNumbers numbers,
      Around around) {
    this.ledger = ledger;
    this.contacts = contacts;
    this.transitions = transitions;
    this.summaries = summaries;
    this.numbers = numbers;
    this.around = around;
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
    told.objection().ifPresent(objection -> object(send.get(), objection, told.at()));
    told.state()
        .ifPresentOrElse(
            state -> transitions.report(id, report(told, state), providerId(told)),
            () -> told.providerId().ifPresent(it -> transitions.taken(id, it)));
    told.summary().filter(it -> !it.isBlank()).ifPresent(it -> keep(send.get(), it));
  }

  private static Report report(Told told, String state) {
    return new Report(
        State.ofWire(state), told.cause().orElse(state), told.cost().map(Usd::of), told.at());
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
    if (around.clock().instant().isBefore(told.at().plus(OVERTAKING)))
      throw new Unavailable("no call of that id yet", null);
    Unmatched.tell("report", "no call of that id to the number", told.at());
    return Optional.empty();
  }

  private void object(Send send, Told.Objection objection, Instant at) {
    var own = Optional.of(send.channel());
    var address = Optional.of(send.step().address());
    switch (objection.reason()) {
      case OPT_OUT -> {
        suppress(send, Optional.empty(), Optional.empty(), objection, at);
        leave(send, Optional.empty());
      }
      case COMPLAINT -> {
        suppress(send, own, Optional.empty(), objection, at);
        leave(send, own);
      }
      case BOUNCED, BAD_NUMBER -> suppress(send, own, address, objection, at);
      case OWNER, ERASED ->
          throw new IllegalArgumentException("no provider's to say: " + objection.reason());
    }
  }

  private void suppress(
      Send send,
      Optional<Channel> channel,
      Optional<String> address,
      Told.Objection objection,
      Instant at) {
    var suppression = new Suppression(channel, address, objection.reason(), objection.source(), at);
    contacts.suppress(send.owner(), send.id().contact(), suppression);
  }

  private void leave(Send send, Optional<Channel> channel) {
    around
        .bus()
        .tell(
            new Event.ContactOptedOut(
                send.owner(), send.id().contact(), channel.map(Channel::wire)));
  }

  private void keep(Send send, String summary) {
    summaries.keep(send.id(), summary);
    // After it was kept: an erasure that this look misses finds the summary itself.
    var contact = contacts.find(send.owner(), send.id().contact());
    if (contact.filter(Contact::erased).isPresent()) summaries.keep(send.id(), "");
  }
}
