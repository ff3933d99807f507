package dev.switchboard.functions.send;

import dev.switchboard.OwnerId;
import dev.switchboard.contact.Channel;
import dev.switchboard.contact.Contact;
import dev.switchboard.contact.ContactId;
import dev.switchboard.contact.Contacts;
import dev.switchboard.contact.Suppression;
import dev.switchboard.functions.events.Bus;
import dev.switchboard.functions.events.Event;
import dev.switchboard.send.Ledger;
import dev.switchboard.send.PurposeId;
import dev.switchboard.send.Purposes;
import dev.switchboard.send.Send;
import dev.switchboard.send.SendId;
import dev.switchboard.text.OptOutPhrases;
import dev.switchboard.text.OptOutWords;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a contact wrote back: an opt-out suppresses at once, anything else stops the chain.
public final class Replies {

  private static final String START = "reply START";

  private final Ledger ledger;
  private final Contacts contacts;
  private final Purposes purposes;
  private final KnownNumbers numbers;
  private final StoppedNumbers stops;
  private final Bus bus;

  public Replies(
      Ledger ledger,
      Contacts contacts,
      Purposes purposes,
      KnownNumbers numbers,
      StoppedNumbers stops,
      Bus bus) {
    this.ledger = ledger;
    this.contacts = contacts;
    this.purposes = purposes;
    this.numbers = numbers;
    this.stops = stops;
    this.bus = bus;
  }

  /// Applies what the holder of a number texted, for everybody whose contact it is; again as well
  /// as once, and in any order.
  public void texted(String number, String text, Instant at) {
    var known = numbers.behind(number);
    var out =
        !stops.among(Set.of(number)).isEmpty()
            || known.stream()
                .flatMap(it -> it.contact().suppressions().stream())
                .anyMatch(Replies::stopped);
    switch (meaning(text, out)) {
      case OPT_OUT -> stop(number, out(Channel.SMS, text, at));
      case OPT_IN -> start(number, text.strip(), at);
      case HELP -> {}
      case NONE -> {
        known.forEach(it -> answered(it, text, at));
        if (known.isEmpty()) Unmatched.tell("sms", "nobody knows the number", at);
      }
    }
  }

  private void stop(String number, Suppression suppression) {
    if (!stops.stop(number, suppression)) return;
    // Whoever comes to know the number from now on meets the stop.
    var known = numbers.behind(number);
    for (var one : known) optOut(one.owner(), one.contact().id(), suppression);
    if (known.isEmpty())
      Unmatched.tell("sms", "a stop, and nobody knows the number", suppression.at());
    // A START may have come in between, and found nothing to lift.
    if (stops.among(Set.of(number)).isEmpty())
      for (var one : known)
        contacts.lift(
            one.owner(), one.contact().id(), suppression::equals, START, suppression.at());
  }

  private void start(String number, String words, Instant at) {
    if (!stops.start(number, "sms " + words, at)) return;
    for (var one : numbers.behind(number)) lift(one.owner(), one.contact().id(), at);
  }

  private void answered(KnownNumbers.Known known, String text, Instant at) {
    known
        .latest(Channel.SMS)
        .or(() -> known.latest(Channel.VOICEMAIL))
        .or(() -> known.latest(Channel.VOICE_CALL))
        .flatMap(ledger::find)
        .ifPresentOrElse(
            send -> replied(send, text, at),
            () -> Unmatched.tell("sms", "nothing was sent to the number lately", at));
  }

  /// Applies a reply to a send; again as well as once.
  public void received(SendId id, String text, Instant at) {
    var send = ledger.find(id);
    if (send.isPresent()) received(send.get(), text, at);
  }

  private void received(Send send, String text, Instant at) {
    var contact = contacts.find(send.owner(), send.id().contact());
    var out =
        contact.map(Contact::suppressions).orElse(List.of()).stream().anyMatch(Replies::stopped);
    switch (meaning(text, out)) {
      case OPT_OUT -> optOut(send.owner(), send.id().contact(), out(send.channel(), text, at));
      case OPT_IN -> lift(send.owner(), send.id().contact(), at);
      case HELP -> {}
      case NONE -> replied(send, text, at);
    }
  }

  /// Nobody reads these replies before the next message would leave: a wish in free wording counts
  /// as the word STOP does.
  private static OptOutWords.Meaning meaning(String text, boolean out) {
    var word = OptOutWords.read(text, out);
    return word == OptOutWords.Meaning.NONE && OptOutPhrases.find(text).isPresent()
        ? OptOutWords.Meaning.OPT_OUT
        : word;
  }

  /// Whether the contact's own text made it, to us or to the carrier: what the owner or a link
  /// recorded, no START takes back.
  private static boolean stopped(Suppression suppression) {
    if (suppression.atProvider())
      return suppression.channel().filter(it -> it.address() == Channel.Address.PHONE).isPresent();
    var source = suppression.source().split(" ", 2);
    return suppression.reason() == Suppression.Reason.OPT_OUT
        && Channel.ofWire(source[0]).isPresent()
        && meaning(source[source.length - 1], true) == OptOutWords.Meaning.OPT_OUT;
  }

  private static Suppression out(Channel channel, String text, Instant at) {
    var source = channel.wire() + " " + OptOutPhrases.find(text).orElse(text.strip());
    return new Suppression(
        Optional.empty(), Optional.empty(), Suppression.Reason.OPT_OUT, source, at);
  }

  private void optOut(OwnerId owner, ContactId contact, Suppression suppression) {
    contacts.suppress(owner, contact, suppression);
    bus.tell(new Event.ContactOptedOut(owner, contact, Optional.empty()));
  }

  /// A START lifts what was said before it, however late it comes.
  private void lift(OwnerId owner, ContactId contact, Instant at) {
    contacts.lift(owner, contact, it -> stopped(it) && !it.at().isAfter(at), START, at);
  }

  private void replied(Send send, String text, Instant at) {
    purposes.replied(send, text, at);
    responded(send.owner(), send.id().contact(), send.id().purpose(), "replied", at);
  }

  /// Notes that a contact responded, also before anything was sent to it.
  public void responded(
      OwnerId owner, ContactId contact, PurposeId purpose, String kind, Instant at) {
    contacts.respond(owner, contact, purpose.value(), at);
    bus.tell(new Event.LeadResponded(owner, contact, purpose, kind));
  }
}
