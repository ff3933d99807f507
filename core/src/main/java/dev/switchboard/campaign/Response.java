package dev.switchboard.campaign;

/// What came back from an invited contractor (CAM-C13); only a bid is progress.
public enum Response {
  BID,
  /// No, or a bid that is taken back.
  DECLINE,
  /// Wants to know more: neither yes nor no, so the forecast stays as it is.
  QUESTION,
  /// The invitation never reached anybody.
  BOUNCE
}
