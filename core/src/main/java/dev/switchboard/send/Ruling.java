package dev.switchboard.send;

import dev.switchboard.contact.Channel;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// What a person decided of a parked send, after a look into the provider's own books.
///
/// @param by the person
/// @param note in the person's own words
public record Ruling(Finding finding, String by, Instant at, Optional<String> note) {

  /// What the person found, or wants.
  public enum Finding {
    /// It arrived: the message, the voice message, or somebody talked.
    DELIVERED,
    /// It left and reached nobody.
    UNDELIVERED,
    /// It never left.
    NOT_SENT,
    /// It never left, and is to be tried once more.
    SEND_AGAIN;

    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Rule of sends that a person decided: what the provider says later is better evidence.
  static final String DECIDED = "decided";

  /// A parked send as it is after this.
  ///
  /// @throws IllegalStateException if it is not parked
  public Send on(Send send) {
    if (send.state() != State.PARKED)
      throw new IllegalStateException("not parked: " + send.state());
    var change = new Change(send).ruling(this).reason(DECIDED, by + " decided: " + finding.wire());
    var price = send.step().price();
    return switch (finding) {
      case DELIVERED -> change.state(arrived(send.channel())).since(at).cost(price).done();
      case UNDELIVERED -> change.state(missed(send.channel())).since(at).cost(price).done();
      case NOT_SENT -> change.state(State.REJECTED).since(at).done();
      case SEND_AGAIN -> change.state(State.PLANNED).due(at).done();
    };
  }

  private static State arrived(Channel channel) {
    return switch (channel) {
      case VOICE_CALL -> State.ANSWERED;
      case VOICEMAIL -> State.VOICEMAIL;
      case SMS, EMAIL -> State.DELIVERED;
    };
  }

  private static State missed(Channel channel) {
    return switch (channel) {
      case VOICE_CALL, VOICEMAIL -> State.NO_ANSWER;
      case SMS, EMAIL -> State.UNDELIVERED;
    };
  }

  /// Whether the same person says the same, whenever.
  public boolean same(Ruling other) {
    return finding == other.finding && by.equals(other.by) && note.equals(other.note);
  }

  /// Without what may name the contact.
  Ruling withoutNote() {
    return new Ruling(finding, by, at, Optional.empty());
  }
}
