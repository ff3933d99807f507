package dev.switchboard.local.reliability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What was done to the victim: its kills, with the sends that each of them cut off, and the
/// troubles between.
final class Toll {

  private final List<Map<Phase, Long>> kills = new ArrayList<>();
  private final Map<Trouble, Long> troubles = new EnumMap<>(Trouble.class);

  /// Notes a life that was ended by a kill.
  void killed(Tally tally) {
    var cut = new EnumMap<Phase, Long>(Phase.class);
    for (var phase : Phase.values()) cut.put(phase, tally.in(phase));
    kills.add(cut);
    lived(tally);
  }

  /// Notes the troubles of a life.
  void lived(Tally tally) {
    for (var trouble : Trouble.values()) troubles.merge(trouble, tally.of(trouble), Long::sum);
  }

  int kills() {
    return kills.size();
  }

  /// How many kills cut off a send in that phase.
  long kills(Phase phase) {
    return kills.stream().filter(cut -> cut.get(phase) > 0).count();
  }

  /// How many kills cut off no send: the order was being taken in, or the plan written.
  private long elsewhere() {
    return kills.stream()
        .filter(cut -> cut.values().stream().allMatch(count -> count == 0))
        .count();
  }

  /// How many sends were cut off in that phase.
  long sends(Phase phase) {
    return kills.stream().mapToLong(cut -> cut.get(phase)).sum();
  }

  boolean everyPhase() {
    return Arrays.stream(Phase.values()).allMatch(phase -> kills(phase) > 0);
  }

  long of(Trouble trouble) {
    return troubles.getOrDefault(trouble, 0L);
  }

  /// How many attempts were left without an outcome by what was done to them.
  long interrupted() {
    return Arrays.stream(Phase.values()).mapToLong(this::sends).sum()
        + of(Trouble.ERROR)
        + of(Trouble.TIMEOUT)
        + of(Trouble.LOST_WRITE);
  }

  /// The latest kill in words.
  String last() {
    return Arrays.stream(Phase.values())
        .map(phase -> "%d %s".formatted(kills.getLast().get(phase), phase.words()))
        .collect(Collectors.joining(", "));
  }

  /// All of it, as a table.
  List<String> lines() {
    var lines = new ArrayList<String>();
    lines.add("  %-20s %6s %10s".formatted("Phase", "Kills", "Sends cut"));
    for (var phase : Phase.values())
      lines.add("  %-20s %6d %10d".formatted(phase.words(), kills(phase), sends(phase)));
    lines.add("  %-20s %6d".formatted("anywhere else", elsewhere()));
    for (var trouble : Trouble.values())
      lines.add("  %,8d %s".formatted(of(trouble), trouble.words()));
    return lines;
  }
}
