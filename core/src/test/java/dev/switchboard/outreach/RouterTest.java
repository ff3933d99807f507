package dev.switchboard.outreach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchboard.Cases;
import dev.switchboard.contact.Channel;
import dev.switchboard.price.PriceTable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RouterTest {

  private static final Set<Channel> ALL = EnumSet.allOf(Channel.class);

  @Test
  void without_outcomes_the_greatest_return_is_the_trees_channel_for_every_input() {
    var learned = new ExpectedValueRouter(new Returns(PriceTable.DEFAULT, Rates.PRIOR));

    for (var goal : Goal.values())
      for (var band : Band.values())
        for (var open : subsets())
          assertEquals(
              Router.TREE.choose(band, goal, open).or(() -> Router.text(open)),
              learned.choose(band, goal, open),
              () -> "%s %s %s".formatted(goal, band, open));
  }

  @Test
  void it_is_so_for_every_score_and_threshold() {
    var learned = new ExpectedValueRouter(new Returns(PriceTable.DEFAULT, Rates.PRIOR));

    Cases.check(
        5_000,
        random -> {
          var call = random.nextInt(1, 11);
          var thresholds = new OutreachSettings.Thresholds(call, random.nextInt(1, call + 1));
          var score = Optional.of(random.nextInt(11)).filter(s -> s > 0).map(LeadScore::new);
          var goal = Leads.pick(Goal.values(), random);
          var open = subsets().get(random.nextInt(16));
          var band = Band.of(score, thresholds);
          assertEquals(Router.TREE.choose(band, goal, open), learned.choose(band, goal, open));
        });
  }

  @Test
  void the_tree_is_the_sources() {
    assertEquals(Optional.of(Channel.VOICE_CALL), tree(Band.HIGH, Goal.APPOINTMENT, ALL));
    assertEquals(Optional.of(Channel.VOICEMAIL), tree(Band.HIGH, Goal.NURTURE, ALL));
    assertEquals(Optional.of(Channel.VOICEMAIL), tree(Band.MEDIUM, Goal.APPOINTMENT, ALL));
    assertEquals(Optional.of(Channel.EMAIL), tree(Band.LOW, Goal.APPOINTMENT, ALL));
    assertEquals(Optional.of(Channel.EMAIL), tree(Band.UNSCORED, Goal.APPOINTMENT, ALL));
    assertEquals(Optional.of(Channel.SMS), tree(Band.LOW, Goal.NURTURE, Set.of(Channel.SMS)));
    assertEquals(Optional.empty(), tree(Band.LOW, Goal.NURTURE, Set.of(Channel.VOICE_CALL)));
  }

  @Test
  void enough_outcomes_move_it() {
    var seen = List.of(new Observation(Channel.SMS, Band.LOW, 5_000, 250));
    var learned = new ExpectedValueRouter(new Returns(PriceTable.DEFAULT, Rates.learned(seen)));

    assertEquals(Optional.of(Channel.SMS), learned.choose(Band.LOW, Goal.NURTURE, ALL));
    assertEquals(Optional.of(Channel.VOICEMAIL), learned.choose(Band.MEDIUM, Goal.NURTURE, ALL));
  }

  @Test
  void a_learned_rate_lies_between_what_was_assumed_and_what_was_seen() {
    Cases.check(
        2_000,
        random -> {
          var sends = random.nextLong(1, 10_000);
          var seen = new Observation(Channel.SMS, Band.HIGH, sends, random.nextLong(sends + 1));
          var rate = Rates.learned(List.of(seen)).of(Channel.SMS, Band.HIGH);
          var assumed = Defaults.rate(Channel.SMS, Band.HIGH);
          var observed = (double) seen.conversions() / sends;
          assertTrue(rate >= Math.min(assumed, observed) && rate <= Math.max(assumed, observed));
        });
  }

  @Test
  void assumed_rates_rise_with_the_score() {
    for (var channel : Channel.values()) {
      assertTrue(Defaults.rate(channel, Band.HIGH) > Defaults.rate(channel, Band.MEDIUM));
      assertTrue(Defaults.rate(channel, Band.MEDIUM) > Defaults.rate(channel, Band.LOW));
    }
  }

  private static Optional<Channel> tree(Band band, Goal goal, Set<Channel> open) {
    return Router.TREE.choose(band, goal, open);
  }

  private static List<Set<Channel>> subsets() {
    var subsets = new ArrayList<Set<Channel>>();
    for (int mask = 0; mask < 1 << Channel.values().length; mask++) {
      var subset = EnumSet.noneOf(Channel.class);
      for (var channel : Channel.values())
        if ((mask >> List.of(Channel.values()).indexOf(channel) & 1) == 1) subset.add(channel);
      subsets.add(subset);
    }
    return subsets;
  }
}
