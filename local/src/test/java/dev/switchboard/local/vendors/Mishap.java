package dev.switchboard.local.vendors;

/// How one request to a vendor goes.
public enum Mishap {
  NONE(true),
  /// 429: certainly not taken.
  BUSY(false),
  /// 500, and it was not taken.
  ERROR(false),
  /// 503, and it was taken all the same.
  LOST(true),
  /// Taken, and the connection ends without an answer.
  RESET(true),
  /// Taken, and the answer breaks off in its middle.
  BROKEN(true),
  /// Read, and the connection ends; it was not taken.
  CUT(false),
  /// Read, and never answered.
  SILENCE(false),
  /// The contact opted out at the vendor.
  OPTED_OUT(false),
  /// Nothing can reach that address.
  BAD_ADDRESS(false),
  /// The sender is not one of this account.
  NOT_YOURS(false);

  private final boolean taken;

  Mishap(boolean taken) {
    this.taken = taken;
  }

  boolean taken() {
    return taken;
  }
}
