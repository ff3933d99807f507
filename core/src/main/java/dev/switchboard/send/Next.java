package dev.switchboard.send;

import java.time.Instant;

/// What a worker does with a send it was pointed at: the queue's message says only which.
public enum Next {
  /// Nothing: settled, or not yet due. Another look comes by itself.
  NOTHING,
  /// Ask the gate, then the provider.
  ATTEMPT,
  /// The lease ran out: mark it unclear. Never straight to the provider.
  EXPIRE,
  /// Ask the provider whether it has it.
  RECONCILE,
  /// Ask the provider what came of it.
  POLL;

  public static Next of(Send send, Instant now) {
    if (send.due().filter(due -> !due.isAfter(now)).isEmpty()) return NOTHING;
    return switch (send.state()) {
      case PLANNED, HELD -> ATTEMPT;
      case ATTEMPTING -> EXPIRE;
      case UNKNOWN -> RECONCILE;
      case ACCEPTED -> POLL;
      case NO_REPORT,
          DELIVERED,
          UNDELIVERED,
          VOICEMAIL,
          NO_ANSWER,
          BOUNCED,
          ANSWERED,
          REJECTED,
          SUPPRESSED,
          BLOCKED,
          CANCELLED,
          PARKED ->
          NOTHING;
    };
  }
}
