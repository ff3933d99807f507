package dev.switchboard.outreach;

import dev.switchboard.contact.Channel;
import dev.switchboard.price.Usd;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Chooses a lead's first channel and what follows it, among the channels that are open: an owner's
/// rule before the score (SND-C15).
///
/// A score that was worked out here is a guess, and no voice is paid on a guess (SND-C6): it moves
/// a lead between e-mail and SMS and in the queue for the budget, and leads to a call or a
/// voicemail only if the owner allows it ([OutreachSettings.Routing#voiceOnQualifiedScore]) or a
/// rule of his asks for it.
final class Strategy {

  private static final Set<Channel> VOICE = Set.of(Channel.VOICE_CALL, Channel.VOICEMAIL);

  private final OutreachSettings.Routing routing;
  private final Router router;
  private final Goal goal;
  private final Openings.Money money;

  Strategy(OutreachSettings.Routing routing, Router router, Goal goal, Openings.Money money) {
    this.routing = routing;
    this.router = router;
    this.goal = goal;
    this.money = money;
  }

  /// Everything the choice depends on.
  ///
  /// @param guess whether voice may not be paid for the score
  /// @param rule position of the owner's rule that matches and whose channel is open, from 0
  record Case(Band band, boolean guess, Optional<Integer> rule, Set<Channel> open) {}

  Case look(Lead lead, Scoring scoring, Openings openings) {
    var guess =
        switch (scoring.basis()) {
          case GIVEN -> false;
          case QUALIFIED -> !routing.voiceOnQualifiedScore();
          case NONE -> true;
        };
    var rule = rules(lead).stream().filter(i -> openings.open().contains(prefers(i))).findFirst();
    return new Case(Band.of(scoring.score(), routing.thresholds()), guess, rule, openings.open());
  }

  /// Positions of the owner's rules that match, from 0.
  List<Integer> rules(Lead lead) {
    var matching = new ArrayList<Integer>();
    for (int i = 0; i < routing.rules().size(); i++)
      if (routing.rules().get(i).matches(lead)) matching.add(i);
    return matching;
  }

  Channel prefers(int rule) {
    return routing.rules().get(rule).prefer();
  }

  /// The chains a lead may get, the best first, each cheaper to begin than the one before; empty
  /// when no open channel is worth its price.
  List<List<Channel>> chains(Case of) {
    var chains = new ArrayList<List<Channel>>();
    var candidates = EnumSet.noneOf(Channel.class);
    candidates.addAll(of.open);
    var first = of.rule.map(this::prefers).or(() -> byScore(of, candidates));
    while (first.isPresent()) {
      var channel = first.get();
      chains.add(chain(channel, of));
      candidates.removeIf(other -> high(other).compareTo(high(channel)) >= 0);
      first = byScore(of, candidates);
    }
    return chains;
  }

  /// The first channel if only the score decided, by the tree.
  Optional<Channel> tree(Case of, Set<Channel> candidates) {
    return Router.TREE.choose(of.band, goal, scored(of, candidates));
  }

  private Optional<Channel> byScore(Case of, Set<Channel> candidates) {
    return router.choose(of.band, goal, scored(of, candidates));
  }

  private static Set<Channel> scored(Case of, Set<Channel> candidates) {
    if (!of.guess) return candidates;
    var text = EnumSet.noneOf(Channel.class);
    for (var channel : candidates) if (!VOICE.contains(channel)) text.add(channel);
    return text;
  }

  private List<Channel> chain(Channel first, Case of) {
    var chain = new ArrayList<Channel>();
    chain.add(first);
    var spent = high(first);
    for (var next : after(first, of)) {
      var sum = spent.plus(high(next));
      if (!of.open.contains(next) || !money.allows(sum)) continue;
      chain.add(next);
      spent = sum;
    }
    return List.copyOf(chain);
  }

  /// The channels below the first one (SND-C2); after an e-mail that stands in for a voicemail, the
  /// SMS (SND-C3).
  private List<Channel> after(Channel first, Case of) {
    if (first != Channel.EMAIL)
      return Stream.of(Channel.values()).filter(below -> below.compareTo(first) > 0).toList();
    var worthVoicemail = of.band == Band.HIGH || of.band == Band.MEDIUM;
    var wanted = of.rule.map(this::prefers).filter(Channel.EMAIL::equals).isPresent();
    var voicemail = scored(of, of.open).contains(Channel.VOICEMAIL);
    return worthVoicemail && !voicemail && !wanted ? List.of(Channel.SMS) : List.of();
  }

  Usd high(Channel channel) {
    return money.prices().of(channel).high();
  }
}
