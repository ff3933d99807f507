package dev.switchboard.outreach;

import static dev.switchboard.outreach.TurnedDown.label;

import dev.switchboard.contact.Channel;
import dev.switchboard.outreach.TurnedDown.Reason;
import java.util.ArrayList;
import java.util.List;

/// Says what spoke against each channel that a lead is not reached by.
record Objections(OutreachSettings.Routing routing, Goal goal) {

  static final String VALUE = "expected-value";
  static final String TOTAL = "budget-total";

  /// One for every channel that is not in the chain.
  List<TurnedDown> against(Draft draft, List<Channel> chain) {
    var down = new ArrayList<TurnedDown>();
    for (var channel : Channel.values()) {
      if (chain.contains(channel)) continue;
      var closed = draft.openings().closed().get(channel);
      down.add(closed != null ? closed : passed(channel, draft));
    }
    return down;
  }

  private TurnedDown passed(Channel channel, Draft draft) {
    if (draft.whole().contains(channel))
      return new TurnedDown(
          channel, Reason.BUDGET, TOTAL, "the order's budget does more for other leads");
    if (!draft.whole().isEmpty() && channel.compareTo(draft.whole().getFirst()) > 0)
      return new TurnedDown(
          channel,
          Reason.BUDGET,
          Openings.PER_LEAD,
          "with what is tried before it, it exceeds the limit per lead");
    if (draft.facts().rule().isPresent()) return ruled(channel, draft);
    return switch (channel) {
      case VOICE_CALL -> call(draft);
      case VOICEMAIL -> voicemail(draft);
      case SMS -> score(channel, "email", "e-mail reaches the lead for less");
      case EMAIL -> lessWorth(channel);
    };
  }

  private static TurnedDown ruled(Channel channel, Draft draft) {
    return new TurnedDown(
        channel,
        Reason.OWNER_RULE,
        "owner-rule:" + (draft.facts().rule().orElseThrow() + 1),
        "the owner's rule asks for %s".formatted(label(draft.whole().getFirst())));
  }

  private TurnedDown call(Draft draft) {
    var channel = Channel.VOICE_CALL;
    var from = routing.thresholds().call();
    if (draft.facts().guess()) return guess(channel, draft);
    if (draft.score() < from) return below(channel, "score-call", draft, from);
    if (goal == Goal.APPOINTMENT) return lessWorth(channel);
    return score(
        channel,
        "score-call",
        "calls are for appointments, and the goal is %s".formatted(goal.wire()));
  }

  private TurnedDown voicemail(Draft draft) {
    var channel = Channel.VOICEMAIL;
    var from = routing.thresholds().voicemail();
    if (draft.facts().guess()) return guess(channel, draft);
    if (draft.score() < from) return below(channel, "score-voicemail", draft, from);
    return lessWorth(channel);
  }

  private static TurnedDown guess(Channel channel, Draft draft) {
    return score(
        channel,
        "guess",
        draft.score() == 0
            ? "no score, and no voice is paid without one"
            : "score %d is a guess, and no voice is paid on a guess".formatted(draft.score()));
  }

  private static TurnedDown below(Channel channel, String rule, Draft draft, int from) {
    return score(channel, rule, "score %d is below %d".formatted(draft.score(), from));
  }

  private static TurnedDown lessWorth(Channel channel) {
    return score(channel, VALUE, "it is expected to bring less than what was taken");
  }

  private static TurnedDown score(Channel channel, String rule, String because) {
    return new TurnedDown(channel, Reason.SCORE, rule, because);
  }
}
