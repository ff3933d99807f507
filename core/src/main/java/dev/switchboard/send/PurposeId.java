package dev.switchboard.send;

/// Names what a send is for: one execution, campaign or conversation of one owner.
///
/// @param value 16 characters of `A-Z a-z 0-9 _ -`; for executions they sort by time
public record PurposeId(String value) {

  public PurposeId {
    if (!value.matches("[A-Za-z0-9_-]{16}"))
      throw new IllegalArgumentException("an id is 16 characters of A-Z a-z 0-9 _ -: " + value);
  }

  @Override
  public String toString() {
    return value;
  }
}
