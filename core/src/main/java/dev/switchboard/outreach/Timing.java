package dev.switchboard.outreach;

import dev.switchboard.contact.Channel;
import dev.switchboard.contact.Clue;
import dev.switchboard.contact.Verdict;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// When a first send leaves: at once, when the gate lets it, or, for voice that is not urgent, in
/// the hours in which calls are taken.
record Timing(Optional<PreferredHours> voiceHours, boolean urgent, Instant now) {

  static final String VOICE_HOURS = "voice-hours";

  /// Empty: at once.
  Optional<Route.Due> due(Lead lead, Channel channel, Optional<Verdict.Hold> hold) {
    var held = hold.map(Verdict.Hold::until).filter(now::isBefore).orElse(now);
    var better = better(lead, channel, held);
    if (better.isAfter(held))
      return Optional.of(
          new Route.Due(
              better, VOICE_HOURS, "it waits for the hours in which calls are mostly taken"));
    return hold.filter(_ -> held.isAfter(now))
        .map(gate -> new Route.Due(held, gate.rule(), gate.because()));
  }

  private Instant better(Lead lead, Channel channel, Instant from) {
    var voice = channel == Channel.VOICE_CALL || channel == Channel.VOICEMAIL;
    if (urgent || !voice || voiceHours.isEmpty()) return from;
    return voiceHours.get().next(from, zones(lead));
  }

  private static Set<ZoneId> zones(Lead lead) {
    return lead.clues().stream()
        .map(Clue::zones)
        .flatMap(Set::stream)
        .collect(Collectors.toUnmodifiableSet());
  }
}
