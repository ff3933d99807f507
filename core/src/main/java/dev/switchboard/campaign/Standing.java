package dev.switchboard.campaign;

/// How an invitation stands.
public enum Standing {
  /// Not accepted by the provider yet.
  HELD,
  /// On its way or read; silent.
  OUT,
  /// Asked something back; may still bid.
  ASKED,
  BID,
  DECLINED,
  BOUNCED,
  /// Taken back before it left.
  WITHDRAWN;

  /// Whether a bid may still come.
  public boolean open() {
    return this == HELD || waits();
  }

  /// Whether somebody has the invitation and has not decided.
  public boolean waits() {
    return this == OUT || this == ASKED;
  }

  /// Whether anything came back.
  public boolean responded() {
    return this == ASKED || this == BID || this == DECLINED || this == BOUNCED;
  }

  /// Late bids count as bids; a question or a bounce takes no bid back; what never left stays so.
  Standing after(Response response) {
    if (this == WITHDRAWN) return WITHDRAWN;
    return switch (response) {
      case BID -> BID;
      case DECLINE -> DECLINED;
      case QUESTION -> open() ? ASKED : this;
      case BOUNCE -> open() ? BOUNCED : this;
    };
  }
}
