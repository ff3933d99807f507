package dev.switchboard.send;

import dev.switchboard.OwnerId;
import dev.switchboard.contact.ContactId;

/// Names one send, by what it is: planning twice makes the same sends.
///
/// The parts stand one behind the other, so that the id alone finds the row: owner's key (16),
/// purpose (16), contact (16), shard (1), step (1). All of them are opaque to a reader, and all of
/// it may stand in a URL.
///
/// @param value 50 characters of `A-Z a-z 0-9 _ -`
public record SendId(String value) {

  /// Most shards of a purpose, and most steps of a chain.
  public static final int MAX_SHARDS = 64;

  private static final String DIGITS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  private static final int PART = 16;

  public SendId {
    if (!valid(value))
      throw new IllegalArgumentException("a send id is 50 characters of A-Z a-z 0-9 _ -: " + value);
  }

  /// Whether it has the form of an id.
  public static boolean valid(String value) {
    return value.matches("[A-Za-z0-9_-]{50}");
  }

  /// @param step 0 for the first channel, 1 for the first fallback, …
  public static SendId of(
      OwnerId owner, PurposeId purpose, int shard, ContactId contact, int step) {
    return new SendId(
        owner.key()
            + purpose.value()
            + contact.value()
            + DIGITS.charAt(shard)
            + DIGITS.charAt(step));
  }

  /// The id of the same contact's next step.
  public SendId next() {
    return new SendId(value.substring(0, 3 * PART + 1) + DIGITS.charAt(step() + 1));
  }

  public String ownerKey() {
    return value.substring(0, PART);
  }

  public PurposeId purpose() {
    return new PurposeId(value.substring(PART, 2 * PART));
  }

  public ContactId contact() {
    return new ContactId(value.substring(2 * PART, 3 * PART));
  }

  public int shard() {
    return DIGITS.indexOf(value.charAt(3 * PART));
  }

  public int step() {
    return DIGITS.indexOf(value.charAt(3 * PART + 1));
  }

  @Override
  public String toString() {
    return value;
  }
}
