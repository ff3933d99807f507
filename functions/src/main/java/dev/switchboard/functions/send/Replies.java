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

/// What a contact wrote back: an opt-out suppresses at once, anything else stops the chain.
public final class Replies {

  private final Ledger ledger;
  private final Contacts contacts;
  private final Purposes purposes;
  private final Bus bus;

  public Replies(Ledger ledger, Contacts contacts, Purposes purposes, Bus bus) {
    this.ledger = ledger;
    this.contacts = contacts;
    this.purposes = purposes;
    this.bus = bus;
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
      case OPT_OUT -> optOut(send, OptOutPhrases.find(text).orElse(text.strip()), at);
      case OPT_IN ->
          contacts.lift(send.owner(), send.id().contact(), Replies::stopped, "reply START", at);
      case HELP -> {}
      case NONE -> responded(send, "replied", at);
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

  /// Whether the contact's own reply made it: what the owner, a provider or a link recorded, no
  /// START takes back.
  private static boolean stopped(Suppression suppression) {
    var source = suppression.source().split(" ", 2);
    return suppression.reason() == Suppression.Reason.OPT_OUT
        && Channel.ofWire(source[0]).isPresent()
        && meaning(source[source.length - 1], true) == OptOutWords.Meaning.OPT_OUT;
  }

  private void optOut(Send send, String words, Instant at) {
    var source = send.channel().wire() + " " + words;
    contacts.suppress(
        send.owner(),
        send.id().contact(),
        new Suppression(
            Optional.empty(), Optional.empty(), Suppression.Reason.OPT_OUT, source, at));
    bus.tell(new Event.ContactOptedOut(send.owner(), send.id().contact(), Optional.empty()));
  }

  private void responded(Send send, String kind, Instant at) {
    purposes.responded(send, kind, at);
    responded(send.owner(), send.id().contact(), send.id().purpose(), kind, at);
  }

  /// Notes that a contact responded, also before anything was sent to it.
  public void responded(
      OwnerId owner, ContactId contact, PurposeId purpose, String kind, Instant at) {
    contacts.respond(owner, contact, purpose.value(), at);
    bus.tell(new Event.LeadResponded(owner, contact, purpose, kind));
  }
}
