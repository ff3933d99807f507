package dev.switchboard.functions.send;

import dev.switchboard.contact.Channel;
import dev.switchboard.contact.Contacts;
import dev.switchboard.contact.Suppression;
import dev.switchboard.functions.Json;
import dev.switchboard.send.Objection;
import dev.switchboard.send.Purposes;
import dev.switchboard.send.Send;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// What a provider's objection to one send means for the rest: for all jobs that write to the
/// contact, for sends with the same words, and for whoever operates this.
public final class Objections {

  private final Contacts contacts;
  private final Purposes purposes;
  private final StoppedNumbers numbers;

  public Objections(Contacts contacts, Purposes purposes) {
    this.contacts = contacts;
    this.purposes = purposes;
    this.numbers = new StoppedNumbers(contacts);
  }

  /// Notes an objection; again as well as once. To be called before what came of the send is
  /// stored, so that no fallback leaves for somebody who objected.
  ///
  /// @param at when it was heard for the first time
  void note(Send send, Objection objection, Instant at) {
    var own = Optional.of(send.channel());
    var source = objection.source();
    switch (objection.kind()) {
      case PASSING -> {}
      case OPTED_OUT -> optedOut(send, source, at);
      case COMPLAINT ->
          suppress(
              send,
              new Suppression(own, Optional.empty(), Suppression.Reason.COMPLAINT, source, at));
      case BAD_ADDRESS -> {
        var address = Optional.of(send.step().address());
        suppress(send, new Suppression(own, address, Suppression.Reason.BAD_NUMBER, source, at));
      }
      case CONTENT -> {
        complain(send, objection);
        purposes.refused(send, source, at);
      }
      case OUR_MISTAKE -> complain(send, objection);
    }
  }

  /// Unless a START came after it, and this is told once more.
  private void optedOut(Send send, String source, Instant at) {
    var phone = send.channel().address() == Channel.Address.PHONE;
    if (phone && numbers.startedSince(send.step().address(), at)) return;
    var all = Suppression.atProvider(send.channel(), source, at);
    contacts.suppress(send.owner(), send.id().contact(), all);
  }

  private void suppress(Send send, Suppression suppression) {
    contacts.suppress(send.owner(), send.id().contact(), suppression);
  }

  /// An alarm waits for this line. It names neither words nor addresses.
  private static void complain(Send send, Objection objection) {
    System.err.println(
        Json.text(
            Map.of(
                "level",
                "ERROR",
                "trouble",
                "provider_objection",
                "kind",
                objection.kind(),
                "source",
                objection.source(),
                "channel",
                send.channel().wire(),
                "execution_id",
                send.id().purpose().value())));
  }
}
