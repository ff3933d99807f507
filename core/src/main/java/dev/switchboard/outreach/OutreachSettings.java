package dev.switchboard.outreach;

import dev.switchboard.contact.Channel;
import dev.switchboard.contact.Policy;
import dev.switchboard.contact.QuietDays;
import dev.switchboard.price.Usd;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What an owner decided about smart-sends. [#DEFAULT] holds until he decides otherwise.
///
/// @param attested channels for which the owner attests written consent of the people in his lists;
///   default none
/// @param quietDays days on which nobody is called, left a voicemail or texted; default: holidays
/// @param mode whether the gate's verdicts are applied or only recorded; default: applied
/// @param review whether every order waits for approval, as one that asks for it; default false
/// @param sample whether these came with the sample campaign and are not the owner's own
public record OutreachSettings(
    Sender sender,
    Routing routing,
    Pace pace,
    Limits limits,
    Set<Channel> attested,
    QuietDays quietDays,
    Policy.Mode mode,
    boolean review,
    boolean sample) {

  public static final OutreachSettings DEFAULT =
      new OutreachSettings(
          new Sender(Optional.empty(), Optional.empty()),
          Routing.DEFAULT,
          Pace.DEFAULT,
          new Limits(Defaults.MAX_ORDER, Defaults.EMAIL_ONLY_BELOW),
          Set.of(),
          QuietDays.DEFAULT,
          Policy.Mode.ENFORCE,
          false,
          false);

  /// These settings for an order that asks for a review, or leaves it to them.
  public OutreachSettings withReview(boolean asked) {
    return new OutreachSettings(
        sender, routing, pace, limits, attested, quietDays, mode, review || asked, sample);
  }

  /// These settings of an owner who appears as `sender`.
  public OutreachSettings withSender(Sender sender) {
    return new OutreachSettings(
        sender, routing, pace, limits, attested, quietDays, mode, review, sample);
  }

  /// How the owner appears in messages.
  ///
  /// @param company 1 to 100 characters; empty: messages speak of `our team`
  /// @param postalAddress in every e-mail, 1 to 300 characters; without it no e-mail leaves
  public record Sender(Optional<String> company, Optional<String> postalAddress) {
    public Sender {
      Bounds.length("company", company, 100);
      Bounds.length("postal address", postalAddress, 300);
    }
  }

  /// From which score a lead is worth which voice channel.
  ///
  /// @param call 1 to 10, at least `voicemail`; default 8
  /// @param voicemail 1 to 10; default 5
  public record Thresholds(int call, int voicemail) {
    public static final Thresholds DEFAULT =
        new Thresholds(Defaults.CALL_FROM, Defaults.VOICEMAIL_FROM);

    public Thresholds {
      Bounds.within("the call threshold", call, LeadScore.MIN, LeadScore.MAX);
      Bounds.within("the voicemail threshold", voicemail, LeadScore.MIN, LeadScore.MAX);
      if (voicemail > call)
        throw new IllegalArgumentException(
            "the voicemail threshold is at most the call threshold %d: %d"
                .formatted(call, voicemail));
    }
  }

  /// How a channel is chosen.
  ///
  /// @param rules in order of precedence, at most 50; default none
  /// @param learning whether observed outcomes move the choice away from the tree; default true
  /// @param voiceOnQualifiedScore whether a score that was worked out here, not given, may lead to
  ///   a call or a voicemail; default false
  /// @param holdout share of leads that get nothing so that the lift can be measured, 0 to 1;
  ///   default 0
  public record Routing(
      Thresholds thresholds,
      List<OwnerRule> rules,
      boolean learning,
      boolean voiceOnQualifiedScore,
      double holdout) {
    private static final int MAX_RULES = 50;

    public static final Routing DEFAULT =
        new Routing(Thresholds.DEFAULT, List.of(), true, false, Defaults.HOLDOUT);

    public Routing {
      rules = List.copyOf(rules);
      Bounds.within("the number of rules", rules.size(), 0, MAX_RULES);
      if (!(holdout >= 0 && holdout <= 1))
        throw new IllegalArgumentException("the holdout share is 0 to 1: " + holdout);
    }
  }

  /// How often and when people are contacted.
  ///
  /// @param frequencyCap most attempts to one contact within `frequencyWindow`, 1 to 100; default 3
  /// @param frequencyWindow 1 hour to 30 days; default 7 days
  /// @param coolDown between two attempts to one contact, 0 to 7 days; default 30 minutes
  /// @param attemptCap most attempts on one lead in one execution, 1 to 10; default 4
  /// @param noReactionAfter how long a delivered message waits for a reaction until the next
  ///   channel is tried, 1 minute to 30 days; default 24 hours
  /// @param voiceHours local hours that calls and voicemails wait for unless urgent; empty: they do
  ///   not wait; default 9:00 to 18:00
  public record Pace(
      int frequencyCap,
      Duration frequencyWindow,
      Duration coolDown,
      int attemptCap,
      Duration noReactionAfter,
      Optional<PreferredHours> voiceHours) {
    public static final Pace DEFAULT =
        new Pace(
            Defaults.FREQUENCY_CAP,
            Defaults.FREQUENCY_WINDOW,
            Defaults.COOL_DOWN,
            Defaults.ATTEMPT_CAP,
            Defaults.NO_REACTION_AFTER,
            Defaults.VOICE_HOURS);

    public Pace {
      Bounds.within("the frequency cap", frequencyCap, 1, 100);
      Bounds.within(
          "the frequency window", frequencyWindow, Duration.ofHours(1), Duration.ofDays(30));
      Bounds.within("the cool-down", coolDown, Duration.ZERO, Duration.ofDays(7));
      Bounds.within("the attempt cap", attemptCap, 1, 10);
      Bounds.within(
          "the wait for a reaction", noReactionAfter, Duration.ofMinutes(1), Duration.ofDays(30));
    }
  }

  /// What money may be spent.
  ///
  /// @param maxOrder most that one order may cost, at least 0; an order may ask for less; default
  ///   $500
  /// @param emailOnlyBelow below this limit per lead only e-mail is used, at least 0; default $0.10
  public record Limits(Usd maxOrder, Usd emailOnlyBelow) {
    public Limits {
      Bounds.notNegative("the limit of an order", maxOrder);
      Bounds.notNegative("the limit below which only e-mail is used", emailOnlyBelow);
    }
  }

  public OutreachSettings {
    attested = Set.copyOf(attested);
    // Settings that were stored before there were any.
    quietDays = quietDays == null ? QuietDays.DEFAULT : quietDays;
  }

  /// What of these the gate asks for.
  public Policy policy() {
    return new Policy(
        mode,
        attested,
        pace.frequencyCap,
        pace.frequencyWindow,
        pace.coolDown,
        quietDays,
        sender.postalAddress);
  }
}
