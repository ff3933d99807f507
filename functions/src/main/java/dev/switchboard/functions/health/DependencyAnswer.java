package dev.switchboard.functions.health;

import dev.switchboard.functions.health.Dependencies.Checked;
import dev.switchboard.functions.health.Health.Carriage;
import dev.switchboard.functions.providers.checkup.Diagnosis;
import dev.switchboard.functions.providers.traffic.Standing;
import dev.switchboard.functions.providers.traffic.Standing.Outage;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Dependencies as the API shows them.
///
/// @param status the worst of them
record DependencyAnswer(String status, Instant checkedAt, List<One> dependencies) {

  /// @param provider who carries a channel, where anybody does
  /// @param simulated only of a channel
  /// @param backlog how much waits, by kind
  /// @param detail why it is down
  record One(
      String name,
      String kind,
      String status,
      long latencyMs,
      Optional<String> provider,
      Optional<Boolean> simulated,
      Optional<Breaker> breaker,
      Optional<Map<String, Long>> backlog,
      Optional<List<Found>> findings,
      Optional<String> detail) {}

  /// @param state `closed`, `open` or `half_open`
  /// @param failures in a row, while it is closed
  record Breaker(String state, Optional<Instant> until, Optional<Long> failures) {}

  /// @param result `ok`, `missing`, `cannot_tell` or `no_answer`
  record Found(String result, String what, Optional<String> mend) {}

  static DependencyAnswer of(List<Checked> checked, Instant now) {
    var worst = checked.stream().map(it -> it.health().status()).max(Enum::compareTo).orElseThrow();
    return new DependencyAnswer(
        wire(worst), now, checked.stream().map(DependencyAnswer::one).toList());
  }

  private static One one(Checked checked) {
    var health = checked.health();
    return new One(
        checked.dependency().name(),
        wire(checked.dependency().kind()),
        wire(health.status()),
        checked.latency().toMillis(),
        health instanceof Health.Channel(var carriage, _) ? provider(carriage) : Optional.empty(),
        health instanceof Health.Channel(var carriage, _)
            ? Optional.of(carriage instanceof Carriage.Simulated)
            : Optional.empty(),
        standing(health).map(DependencyAnswer::breaker),
        backlog(health).filter(it -> !it.isEmpty()),
        findings(health).map(all -> all.stream().map(DependencyAnswer::found).toList()),
        health instanceof Health.Down(var because) ? Optional.of(because) : Optional.empty());
  }

  private static Optional<String> provider(Carriage carriage) {
    return switch (carriage) {
      case Carriage.Vendor(var name, _) -> Optional.of(name);
      case Carriage.Simulated(var name) -> Optional.of(name);
      case Carriage.None() -> Optional.empty();
    };
  }

  private static Optional<Standing> standing(Health health) {
    return health instanceof Health.Channel(Carriage.Vendor(_, var standing), _)
        ? Optional.of(standing)
        : Optional.empty();
  }

  private static Breaker breaker(Standing standing) {
    return switch (standing.outage()) {
      case Outage.Closed(var failures) ->
          new Breaker("closed", Optional.empty(), Optional.of(failures));
      case Outage.Open(var until) -> new Breaker("open", Optional.of(until), Optional.empty());
      case Outage.HalfOpen() -> new Breaker("half_open", Optional.empty(), Optional.empty());
    };
  }

  private static Optional<Map<String, Long>> backlog(Health health) {
    var backlog = new TreeMap<String, Long>();
    if (health instanceof Health.Queue(var depth, var deadLetters)) {
      depth.ifPresent(it -> {
        backlog.put("waiting", it.waiting());
        backlog.put("delayed", it.delayed());
        backlog.put("in_flight", it.inFlight());
      });
      deadLetters.ifPresent(it -> backlog.put("dead_letters", it));
    }
    standing(health).flatMap(Standing::waiting).ifPresent(it -> backlog.put("waiting", it));
    standing(health).flatMap(Standing::calls).ifPresent(it -> backlog.put("calls", it));
    return Optional.of(backlog);
  }

  private static Optional<List<Diagnosis>> findings(Health health) {
    return switch (health) {
      case Health.Channel(_, var diagnoses) -> Optional.of(diagnoses);
      case Health.Webhooks(var diagnoses) -> Optional.of(diagnoses);
      case Health.Answered _, Health.Queue _, Health.Down _, Health.Silent _ -> Optional.empty();
    };
  }

  private static Found found(Diagnosis diagnosis) {
    return switch (diagnosis) {
      case Diagnosis.Works(var what) -> new Found("ok", what, Optional.empty());
      case Diagnosis.Missing(var what, var mend) -> new Found("missing", what, Optional.of(mend));
      case Diagnosis.CannotTell(var what, var mend) ->
          new Found("cannot_tell", what, Optional.of(mend));
      case Diagnosis.NoAnswer(var what) -> new Found("no_answer", what, Optional.empty());
    };
  }

  private static String wire(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
