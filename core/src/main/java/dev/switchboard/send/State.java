package dev.switchboard.send;

import java.util.Arrays;
import java.util.Locale;

/// Where a send stands.
///
/// Reports of a provider come in any order and more than once; the rank lets them move a send
/// forward only. Of states in which the provider never said anything the rank is 0: whatever it
/// says later is better evidence.
public enum State {
  /// To be sent, at its due time.
  PLANNED(0, false),
  /// The gate said: not before its due time.
  HELD(0, false),
  /// Taken by a worker; the provider may be asked at any moment until the lease ends.
  ATTEMPTING(0, false),
  /// The provider may have it or not: never sent again before that is settled.
  UNKNOWN(0, false),
  /// The provider has it; nothing more is known.
  ACCEPTED(1, false),
  /// The provider had it and never said what came of it.
  NO_REPORT(2, true),
  /// Delivered to the device or mail server.
  DELIVERED(3, true),
  /// The provider could not deliver it.
  UNDELIVERED(3, true),
  /// A voice message was left.
  VOICEMAIL(3, true),
  /// It rang, or did not even ring, and nobody took it.
  NO_ANSWER(3, true),
  /// The mail server sent it back, at once or later.
  BOUNCED(4, true),
  /// A person talked.
  ANSWERED(4, true),
  /// The provider refused it, or did not take it after all attempts, or a person found that it
  /// never left.
  REJECTED(5, true),
  /// The contact does not want it.
  SUPPRESSED(0, true),
  /// The gate said: no.
  BLOCKED(0, true),
  /// Withdrawn before it left.
  CANCELLED(0, true),
  /// Nobody can tell whether it was sent: a person decides; never sent again by itself.
  PARKED(0, true);

  private final int rank;
  private final boolean settled;

  State(int rank, boolean settled) {
    this.rank = rank;
    this.settled = settled;
  }

  int rank() {
    return rank;
  }

  /// Whether nothing more happens by itself; a late report may still move it forward.
  public boolean settled() {
    return settled;
  }

  /// Whether it has not left and may still be withdrawn.
  public boolean waiting() {
    return this == PLANNED || this == HELD;
  }

  /// Whether the provider took it, as far as is known.
  public boolean taken() {
    return rank >= 1 && rank <= 4;
  }

  /// Whether a report can be about a send in this state: also one that was given up or withdrawn
  /// after an attempt of which nobody knew what came.
  ///
  /// @param attempts begun
  /// @param notTaken those of them that were certainly not taken
  boolean mayHaveLeft(int attempts, int notTaken) {
    return switch (this) {
      case PLANNED, HELD -> attempts > 0;
      case BLOCKED, SUPPRESSED, CANCELLED -> attempts > notTaken;
      case REJECTED -> false;
      case ATTEMPTING, UNKNOWN, PARKED, ACCEPTED, NO_REPORT -> true;
      case DELIVERED, UNDELIVERED, VOICEMAIL, NO_ANSWER, BOUNCED, ANSWERED -> true;
    };
  }

  /// How a rule of the gate ends a send.
  static State closing(String rule) {
    return switch (rule) {
      case "optout-all" -> SUPPRESSED;
      case "responded" -> CANCELLED;
      default -> BLOCKED;
    };
  }

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// @throws IllegalArgumentException if there is no such state
  public static State ofWire(String wire) {
    return Arrays.stream(values())
        .filter(state -> state.wire().equals(wire))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such state: " + wire));
  }
}
