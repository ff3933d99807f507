package dev.switchboard.outreach;

import static dev.switchboard.outreach.TurnedDown.label;

import dev.switchboard.contact.Channel;
import java.util.EnumSet;
import java.util.List;

/// Says which rule chose a lead's first channel.
///
/// @param emailOnly whether the limit per lead leaves e-mail only
record Explanation(OutreachSettings.Routing routing, Strategy strategy, boolean emailOnly) {

  /// @param rule id
  /// @param because a sentence for a person
  record Reasoning(String rule, String because) {}

  /// @param chain not empty
  Reasoning chose(Draft draft, List<Channel> chain) {
    var channel = chain.getFirst();
    if (emailOnly)
      return new Reasoning(Openings.EMAIL_ONLY, "the limit per lead pays for e-mail only");
    var rule = draft.facts().rule().filter(i -> strategy.prefers(i) == channel);
    if (rule.isPresent()) return byRule(rule.get());
    if (!treeTakes(channel, draft))
      return new Reasoning(
          Objections.VALUE,
          "%s is expected to bring most, after what was observed".formatted(label(channel)));
    return byScore(channel, draft);
  }

  /// Remarks about owner's rules that match and could not be kept.
  List<String> unkept(Draft draft, List<Channel> chain) {
    return strategy.rules(draft.lead()).stream()
        .takeWhile(i -> chain.isEmpty() || strategy.prefers(i) != chain.getFirst())
        .map(i ->
            "the owner's rule %d asks for %s, which is not possible"
                .formatted(i + 1, label(strategy.prefers(i))))
        .toList();
  }

  private Reasoning byRule(int position) {
    var rule = routing.rules().get(position);
    return new Reasoning(
        "owner-rule:" + (position + 1),
        "the owner's rule: %s is %s, so %s"
            .formatted(rule.trait().wire(), rule.equals(), label(rule.prefer())));
  }

  /// Whether the tree names this channel too; when it is not the one first wanted, among those that
  /// cost no more.
  private boolean treeTakes(Channel channel, Draft draft) {
    var candidates = EnumSet.copyOf(draft.facts().open());
    if (draft.whole().getFirst() != channel)
      candidates.removeIf(other -> strategy.high(other).compareTo(strategy.high(channel)) > 0);
    return strategy.tree(draft.facts(), candidates).filter(channel::equals).isPresent();
  }

  private Reasoning byScore(Channel channel, Draft draft) {
    var score = draft.score();
    var thresholds = routing.thresholds();
    return switch (channel) {
      case VOICE_CALL ->
          new Reasoning(
              "score-call",
              "score %d is at least %d, and the goal is an appointment"
                  .formatted(score, thresholds.call()));
      case VOICEMAIL ->
          new Reasoning(
              "score-voicemail",
              "score %d is at least %d".formatted(score, thresholds.voicemail()));
      case EMAIL -> new Reasoning("email", "%s, so e-mail".formatted(told(draft)));
      case SMS ->
          new Reasoning(
              "sms-last-resort", "%s, and no e-mail is possible, so SMS".formatted(told(draft)));
    };
  }

  private String told(Draft draft) {
    var score = draft.score();
    if (score == 0) return "no score";
    if (score < routing.thresholds().voicemail())
      return "score %d is below %d".formatted(score, routing.thresholds().voicemail());
    return "score %d, and no voice for it".formatted(score);
  }
}
