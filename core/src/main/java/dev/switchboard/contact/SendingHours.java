package dev.switchboard.contact;

import dev.switchboard.contact.Rules.Hours;
import dev.switchboard.contact.Rules.Where;
import dev.switchboard.contact.Verdict.Block;
import dev.switchboard.contact.Verdict.Hold;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// When a contact may be reached over one channel for one purpose: at minutes that suit every place
/// where the contact may be.
///
/// In each possible time zone the strictest hours of all possible states hold, whichever clue they
/// came from: a Connecticut number at a Californian address is left alone before 9:00 by both
/// clocks.
public final class SendingHours {

  /// How far ahead an hour is looked for: every weekday is among them, whatever the zone.
  public static final Duration HORIZON = Duration.ofDays(8);

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  /// One demand: open by this week on the clocks of this zone.
  private record Clock(ZoneId zone, Week week, String rule) {
    boolean open(Instant at) {
      return week.open(at, zone);
    }
  }

  private final Purpose purpose;
  private final List<Clock> clocks;
  private final ClosedDays closed;
  private final boolean nowhere;

  private SendingHours(Purpose purpose, List<Clock> clocks, ClosedDays closed, boolean nowhere) {
    this.purpose = purpose;
    this.clocks = clocks;
    this.closed = closed;
    this.nowhere = nowhere;
  }

  /// The hours that `rules` leave for a contact with these clues on a day that is not closed; no
  /// clue is no place known.
  public static SendingHours of(Rules rules, Channel channel, Purpose purpose, List<Clue> clues) {
    return of(rules, channel, purpose, clues, new QuietDays(false, Set.of()));
  }

  /// The same without the days on which the owner solicits nobody.
  public static SendingHours of(
      Rules rules, Channel channel, Purpose purpose, List<Clue> clues, QuietDays quiet) {
    var asked =
        rules.hours().stream()
            .filter(hours -> hours.channels().contains(channel))
            .filter(hours -> hours.purposes().contains(purpose))
            .toList();
    if (asked.isEmpty()) return new SendingHours(purpose, List.of(), ClosedDays.NONE, false);
    var places = Whereabouts.of(clues, rules);
    var clocks = clocks(asked, places);
    var quieted =
        rules.quiet().stream()
            .anyMatch(it -> it.channels().contains(channel) && it.purposes().contains(purpose));
    var closed = quieted ? ClosedDays.of(rules, places, quiet) : ClosedDays.NONE;
    return new SendingHours(purpose, clocks, closed, clocks.isEmpty());
  }

  private static List<Clock> clocks(List<Hours> asked, Whereabouts places) {
    var everywhere = new ArrayList<Hours>();
    var here = new ArrayList<Hours>();
    var clocks = new ArrayList<Clock>();
    for (var hours : asked) {
      switch (hours.where()) {
        case Where.Everywhere _ -> everywhere.add(hours);
        case Where.State(var code) -> {
          if (places.states().contains(code)) here.add(hours);
        }
        case Where.NoState(var zone) -> {
          if (places.stateless())
            clocks.add(new Clock(zone, Week.of(List.of(hours)), hours.rule()));
        }
        case Where.NoZone(var zone) -> {
          if (places.zoneless()) clocks.add(new Clock(zone, Week.of(List.of(hours)), hours.rule()));
        }
      }
    }
    for (var hours : List.of(everywhere, here)) {
      if (hours.isEmpty()) continue;
      var week = Week.of(hours);
      for (var zone : places.zones()) clocks.add(new Clock(zone, week, hours.getFirst().rule()));
    }
    return clocks;
  }

  /// Whether a message may leave at that moment.
  public boolean open(Instant at) {
    return !nowhere
        && clocks.stream().allMatch(clock -> clock.open(at) && closed.open(at, clock.zone()));
  }

  /// The first moment from `from` on at which a message may leave, `from` itself included; empty if
  /// there is none within [#HORIZON] after the last closed day.
  public Optional<Instant> opening(Instant from) {
    if (nowhere) return Optional.empty();
    var end = from.plus(HORIZON);
    var at = from;
    while (at.isBefore(end)) {
      var before = at;
      // No clock is open between `at` and its own opening, so the latest of them loses nothing.
      for (var clock : clocks) at = clock.week().opening(at, clock.zone());
      if (!at.isBefore(end)) return Optional.empty();
      for (var clock : clocks) {
        var next = closed.opening(at, clock.zone());
        // The horizon begins anew: between closed days there may be only days without hours.
        if (next.isAfter(at)) end = next.plus(HORIZON);
        at = next;
      }
      if (at.equals(before)) return Optional.of(at);
    }
    return Optional.empty();
  }

  /// The first minute after `from`, an open moment, that is not open any more; empty if there is
  /// none before `from` and `within`.
  public Optional<Instant> closing(Instant from, Duration within) {
    var first = from.truncatedTo(ChronoUnit.MINUTES);
    return Stream.iterate(first.plus(MINUTE), minute -> minute.plus(MINUTE))
        .takeWhile(minute -> !minute.isAfter(from.plus(within)))
        .filter(minute -> !open(minute))
        .findFirst();
  }

  /// Why nothing may leave at `at`, a moment that is not open.
  Hold hold(Instant at, Instant until) {
    return clocks.stream()
        .flatMap(clock -> closed.closing(at, clock.zone()).stream())
        .findFirst()
        .map(day ->
            new Hold(
                until,
                day.rule(),
                day.because() + "; " + purpose.wire() + " waits for a day that is not"))
        .orElseGet(() -> closedNow(at, until));
  }

  private Hold closedNow(Instant at, Instant until) {
    var shut =
        clocks.stream()
            .filter(clock -> !clock.open(at))
            .min(Comparator.comparing(Clock::rule).reversed().thenComparing(c -> c.zone().getId()))
            .orElseThrow(() -> new IllegalArgumentException("that moment is open: " + at));
    Predicate<Clock> agrees = clock -> clock.rule().equals(shut.rule()) && clock.open(at);
    var local = at.atZone(shut.zone());
    return new Hold(
        until,
        clocks.stream().anyMatch(agrees) ? "zones" : shut.rule(),
        "It is %s on a %s in %s; %s is %s there"
            .formatted(
                CLOCK.format(local),
                Week.name(local.toLocalDate()),
                shut.zone(),
                purpose.wire(),
                shut.week().told(local.toLocalDate())));
  }

  /// Why nothing may ever leave.
  Block never() {
    return new Block(
        "zones",
        nowhere
            ? "Nobody can tell the time where the contact is: a person has to decide"
            : "No hour of the coming 8 days suits every place where the contact may be:"
                + " a person has to decide");
  }
}
