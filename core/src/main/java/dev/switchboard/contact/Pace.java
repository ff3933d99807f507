package dev.switchboard.contact;

import dev.switchboard.contact.Verdict.Hold;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How often a contact is approached: frequency cap, then cool-down, over all jobs and channels.
///
/// Every attempt counts, of whatever purpose, but for those of the send that asks. Service messages
/// answer the contact and are not slowed down.
final class Pace {

  private Pace() {}

  static Optional<Hold> objection(Ask ask) {
    if (ask.purpose() == Purpose.SERVICE) return Optional.empty();
    var others =
        ask.contact().touches().stream()
            .filter(touch -> !touch.send().equals(ask.send()))
            .map(Touch::at)
            .sorted()
            .toList();
    var tooSoon = tooSoon(others, ask);
    return capped(others, ask).map(hold -> notBefore(tooSoon, hold)).or(() -> tooSoon);
  }

  private static Optional<Hold> capped(List<Instant> others, Ask ask) {
    int cap = ask.policy().frequencyCap();
    var window = ask.policy().frequencyWindow();
    var counted = others.stream().filter(at -> at.plus(window).isAfter(ask.now())).toList();
    if (counted.size() < cap) return Optional.empty();
    var leaves = counted.get(counted.size() - cap).plus(window);
    return Optional.of(
        new Hold(
            leaves,
            "frequency-cap",
            "%d attempts within %s; at most %d".formatted(counted.size(), told(window), cap)));
  }

  /// A full window may make room again while the last attempt is still too close.
  private static Hold notBefore(Optional<Hold> tooSoon, Hold capped) {
    return tooSoon
        .filter(it -> it.until().isAfter(capped.until()))
        .map(it -> new Hold(it.until(), capped.rule(), capped.because()))
        .orElse(capped);
  }

  private static Optional<Hold> tooSoon(List<Instant> others, Ask ask) {
    if (others.isEmpty()) return Optional.empty();
    var coolDown = ask.policy().coolDown();
    var until = others.getLast().plus(coolDown);
    if (!until.isAfter(ask.now())) return Optional.empty();
    return Optional.of(
        new Hold(
            until,
            "cool-down",
            "The last attempt was at %s; at least %s lie between two"
                .formatted(others.getLast(), told(coolDown))));
  }

  /// `7 days`, `36 hours`, `90 minutes`: the largest unit that divides it.
  private static String told(Duration time) {
    if (time.toSeconds() % 86_400 == 0) return time.toDays() + " days";
    if (time.toSeconds() % 3_600 == 0) return time.toHours() + " hours";
    if (time.toSeconds() % 60 == 0) return time.toMinutes() + " minutes";
    return time.toSeconds() + " seconds";
  }
}
