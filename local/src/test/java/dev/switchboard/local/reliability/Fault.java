package dev.switchboard.local.reliability;

import dev.switchboard.contact.Channel;
import dev.switchboard.send.State;
import java.util.Set;

/// How the outbox, or a vendor, treats the attempts on a lead, in place of fair weather.
enum Fault {
  NOT_TAKEN_AT_FIRST("{\"attempt\": \"not_taken\"}, {\"reports\": [%s]}"),
  NEVER_TAKEN("{\"attempt\": \"not_taken\"}"),
  LOST_REPLY("{\"attempt\": \"lost_reply\", \"reports\": [%s]}"),
  UNCLEAR_AT_FIRST("{\"attempt\": \"unclear\"}, {\"reports\": [%s]}"),
  /// Nobody will ever tell: it is parked.
  UNCLEAR("{\"attempt\": \"unclear\"}"),
  OPTED_OUT("{\"attempt\": \"opted_out\"}"),
  BAD_ADDRESS("{\"attempt\": \"bad_address\"}"),
  UNDELIVERED("{\"reports\": [{\"after\": \"PT9S\", \"state\": \"undelivered\"}]}"),
  STOP("{\"reports\": [%s], \"reply\": {\"after\": \"PT50S\", \"text\": \"STOP\"}}");

  private final String scripts;

  Fault(String scripts) {
    this.scripts = scripts;
  }

  /// The scripts of a channel of an address, as JSON.
  String scripts(Channel channel) {
    var good = "{\"after\": \"PT5S\", \"state\": \"%s\"}".formatted(LeadKind.good(channel).wire());
    return "{\"%s\": [%s]}".formatted(channel.wire(), scripts.formatted(good));
  }

  /// What may become of the send, beside being parked because it was cut off twice.
  Set<State> ends(Channel channel) {
    return switch (this) {
      case NOT_TAKEN_AT_FIRST, LOST_REPLY, UNCLEAR_AT_FIRST, STOP -> Set.of(LeadKind.good(channel));
      case NEVER_TAKEN -> Set.of(State.REJECTED);
      case UNCLEAR -> Set.of(State.PARKED);
      // Cut off after it was noted at the contact, the gate stops the next attempt.
      case OPTED_OUT -> Set.of(State.SUPPRESSED, State.BLOCKED);
      case BAD_ADDRESS -> Set.of(State.REJECTED, State.BLOCKED);
      case UNDELIVERED -> Set.of(State.UNDELIVERED);
    };
  }

  /// Whether the vendor of that channel can have it.
  boolean atVendor(Channel channel) {
    return switch (this) {
      case OPTED_OUT, STOP -> channel == Channel.SMS;
      case BAD_ADDRESS -> channel == Channel.SMS || channel == Channel.EMAIL;
      case NOT_TAKEN_AT_FIRST, NEVER_TAKEN, LOST_REPLY -> true;
      case UNCLEAR_AT_FIRST, UNCLEAR, UNDELIVERED -> true;
    };
  }

  /// Whether the contact wants nothing more after it.
  boolean endsContact() {
    return this == STOP;
  }
}
