package dev.switchboard.local.reliability;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What a run is to do.
///
/// @param leads of all orders together
/// @param kills at least; more only while some phase was never hit
/// @param faults share of leads that the outbox does not treat well, from 0 to 1
/// @param claims whether the claim of a send keeps others away: without it the run must fail
/// @param vendors whether messages go to the vendors instead of the outbox
record KillPlan(int leads, int kills, long seed, double faults, boolean claims, boolean vendors) {

  /// The most that one order takes.
  private static final int MOST = 5_000;

  /// To the outbox.
  KillPlan(int leads, int kills, long seed, double faults, boolean claims) {
    this(leads, kills, seed, faults, claims, false);
  }

  /// The same to the vendors.
  KillPlan toVendors() {
    return new KillPlan(leads, kills, seed, faults, claims, true);
  }

  Lead lead(int number) {
    var lead = Lead.of(number, seed, faults);
    return vendors ? lead.amongVendors() : lead;
  }

  /// One order for each life, so that each has something to do.
  int orders() {
    return Math.max(kills, (leads + MOST - 1) / MOST);
  }

  int leadsPerOrder() {
    return (leads + orders() - 1) / orders();
  }

  /// Body of an order, from 0; empty when all leads were in the orders before.
  Optional<String> order(int order) {
    var from = order * leadsPerOrder();
    var to = Math.min(leads, from + leadsPerOrder());
    if (from >= to) return Optional.empty();
    return Optional.of(
        IntStream.range(from, to)
            .mapToObj(number -> lead(number).json())
            .collect(Collectors.joining(",", "{\"goal\": \"nurture\", \"leads\": [", "]}")));
  }

  /// The outbox's scenario.
  String scenario() {
    return IntStream.range(0, leads)
        .mapToObj(this::lead)
        .flatMap(lead -> lead.script().stream())
        .collect(Collectors.joining(",\n", "{", "}"));
  }

  List<Lead> all() {
    return IntStream.range(0, leads).mapToObj(this::lead).toList();
  }
}
