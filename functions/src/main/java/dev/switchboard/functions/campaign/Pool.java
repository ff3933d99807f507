package dev.switchboard.functions.campaign;

import dev.switchboard.campaign.Candidate;
import java.util.List;
import java.util.Map;

/// Contractors who serve a place: those who can be invited, and why the others cannot.
///
/// @param candidates by tier and rank
/// @param leftOut how many, by reason: [#LAPSED], [#BUSY], [#ASKED_ENOUGH], [#ERASED],
///   [#NO_ADDRESS] or the rules of the outbound gate that block them
public record Pool(List<Candidate> candidates, Map<String, Integer> leftOut) {

  /// Known to be without licence or insurance on that day.
  static final String LAPSED = "lapsed";

  /// Invited at as many campaigns as it can be.
  static final String BUSY = "busy";

  /// Invited as often this week as anybody may be.
  static final String ASKED_ENOUGH = "asked-enough";

  static final String ERASED = "erased";
  static final String NO_ADDRESS = "no-address";

  /// Nobody serves it.
  static final Pool EMPTY = new Pool(List.of(), Map.of());

  public Pool {
    candidates = List.copyOf(candidates);
    leftOut = Map.copyOf(leftOut);
  }

  /// For a person, after a sentence: `; left out: 3 sms-consent+email, 1 busy`; empty where nobody
  /// is left out.
  String told() {
    return leftOut.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(it -> it.getValue() + " " + it.getKey())
        .reduce((one, other) -> one + ", " + other)
        .map(all -> "; left out: " + all)
        .orElse("");
  }
}
