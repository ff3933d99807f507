package dev.switchboard.outreach;

import dev.switchboard.contact.Channel;
import java.util.List;
import java.util.Optional;

/// A lead on its way to a decision: everything but the order's budget is known.
///
/// @param ladder empty when no open channel is worth its price
record Draft(
    Lead lead, Scoring scoring, Openings openings, Strategy.Case facts, Optional<Ladder> ladder) {

  /// What the lead gets when money does not count; empty when nothing.
  List<Channel> whole() {
    return ladder.map(Ladder::top).map(Ladder.Rung::chain).orElse(List.of());
  }

  /// The score, 0 for none.
  int score() {
    return scoring.score().map(LeadScore::value).orElse(0);
  }
}
