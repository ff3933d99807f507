package dev.switchboard.contact;

/// Names one contact of one owner: 16 characters of base64url, made from the first address known
/// and a secret of the owner's, so that the same address is the same contact and the id tells
/// nothing.
public record ContactId(String value) {

  public ContactId {
    if (!value.matches("[A-Za-z0-9_-]{16}"))
      throw new IllegalArgumentException(
          "a contact id is 16 characters of A-Z a-z 0-9 _ -: " + value);
  }

  @Override
  public String toString() {
    return value;
  }
}
