package dev.switchboard.contact;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the gate goes by, as data with a date: `rules.tsv` beside this class.
///
/// @param version the day the data last changed; decisions record it
/// @param rules by id
/// @param hours all narrowings of the day; those that apply are laid over each other
/// @param holidays of the countries it knows
/// @param quiet what does not leave on holidays and on days that the owner closed
/// @param states the time zones of each state of the United States, territories included
/// @param american further time zones of the United States, and older names of all of them
public record Rules(
    LocalDate version,
    Map<String, Rule> rules,
    List<Hours> hours,
    List<Holiday> holidays,
    List<Quiet> quiet,
    Map<String, Set<ZoneId>> states,
    Set<ZoneId> american) {

  private static final String RESOURCE = "rules.tsv";

  /// @param text what it says, for a person
  /// @param source where it stands; `ours` if it is a decision of this product
  /// @param since in force since; absent where the source names no day. Rules apply from the day
  ///   they are in this file on, also ahead of the law
  public record Rule(String id, String text, String source, Optional<LocalDate> since) {}

  /// Sending over these channels for these purposes is allowed on these days from `from`
  /// (inclusive) to `to` (exclusive) only.
  ///
  /// @param from minute of the local day, 0 to 1440
  /// @param to minute of the local day; equal to `from`: not at all
  public record Hours(
      String rule,
      Where where,
      Set<Channel> channels,
      Set<Purpose> purposes,
      Set<DayOfWeek> days,
      int from,
      int to) {

    public Hours {
      channels = Set.copyOf(channels);
      purposes = Set.copyOf(purposes);
      days = Set.copyOf(days);
      if (from < 0 || to > 24 * 60 || from > to)
        throw new IllegalArgumentException(
            "hours must lie within a day, from before to: " + from + " " + to);
    }
  }

  /// Messages over these channels for these purposes.
  public record Quiet(Set<Channel> channels, Set<Purpose> purposes) {
    public Quiet {
      channels = Set.copyOf(channels);
      purposes = Set.copyOf(purposes);
    }
  }

  /// Whom a narrowing is for.
  public sealed interface Where {
    record Everywhere() implements Where {}

    /// Whoever may be in this state, by every clock that is possible for the contact.
    record State(String code) implements Where {}

    /// Whoever may be in the United States while no state is known, by the clock of `zone`.
    record NoState(ZoneId zone) implements Where {}

    /// Whoever may be in the United States while no time zone is known, by the clock of `zone`.
    record NoZone(ZoneId zone) implements Where {}
  }

  public Rules {
    rules = Map.copyOf(rules);
    hours = List.copyOf(hours);
    holidays = List.copyOf(holidays);
    quiet = List.copyOf(quiet);
    states = Map.copyOf(states);
    american = Set.copyOf(american);
    for (var narrowing : hours)
      if (!rules.containsKey(narrowing.rule()))
        throw new IllegalArgumentException("hours name a rule that is not there: " + narrowing);
  }

  /// The rules this product ships with; part of the program like a class.
  public static Rules shipped() {
    try (var in = Rules.class.getResourceAsStream(RESOURCE)) {
      if (in == null) throw new IllegalStateException(RESOURCE + " is missing from the build");
      return RulesText.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Reads rules in the form that the head of `rules.tsv` describes.
  ///
  /// @throws IllegalArgumentException naming the line that cannot be read
  public static Rules parse(String text) {
    return RulesText.parse(text);
  }
}
