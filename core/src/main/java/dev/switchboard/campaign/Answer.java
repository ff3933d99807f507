package dev.switchboard.campaign;

import dev.switchboard.contact.ContactId;
import dev.switchboard.price.Usd;
import java.time.Instant;
import java.util.Optional;

/// What came back from one contractor.
///
/// @param amount that a bid names
/// @param note in the contractor's own words, at most [#NOTE] characters
/// @param by way of what it came: `api`, `link`, `sms`, `email`, `report`
public record Answer(
    ContactId contractor,
    Response response,
    Optional<Usd> amount,
    Optional<String> note,
    String by,
    Instant at) {

  public static final int NOTE = 200;

  /// Words as a note; what is longer is cut, and blank ones are none.
  public static Optional<String> note(String words) {
    var said = words.strip();
    if (said.length() <= NOTE) return Optional.of(said).filter(it -> !it.isEmpty());
    // Not in the middle of a character that takes two places.
    int end = Character.isHighSurrogate(said.charAt(NOTE - 1)) ? NOTE - 1 : NOTE;
    return Optional.of(said.substring(0, end));
  }

  Answer wordless() {
    return new Answer(contractor, response, amount, Optional.empty(), by, at);
  }

  /// Whether it says nothing that the other one does not.
  boolean repeats(Answer other) {
    return contractor.equals(other.contractor)
        && response == other.response
        && amount.equals(other.amount)
        && note.equals(other.note);
  }
}
