package dev.switchboard.campaign;

import dev.switchboard.campaign.Decision.CheckedIn;
import dev.switchboard.contact.ContactId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Looks after a running campaign: decides, at any moment and from the record alone, what is to be
/// done. Asked again after its decision was carried out, it decides nothing more.
///
/// Check-ins say which tiers may be invited; the forecast says whether, and how many (CAM-C11).
public record Steward(CampaignSettings settings) {

  public static final Steward DEFAULT = new Steward(CampaignSettings.DEFAULT);

  /// What is to be done now.
  ///
  /// Filled and expired come first. Then the last check-in whose time has passed acts, and those
  /// before it are skipped; where nobody is left of whom a bid could come, the next one that may
  /// invite acts at once, once for these invitations.
  ///
  /// @param pool who could be invited, by rank within each tier; who was invited may be among them
  public Decision decide(Campaign campaign, List<Candidate> pool, Instant now) {
    var outlook = look(campaign, now);
    var forecast = outlook.forecast();
    var state = campaign.state();
    if (state.ended()) return Turn.over(forecast, now, List.of(), "it has ended: " + state.wire());
    if (state != State.DRAFT && forecast.bids() >= forecast.needed())
      return Turn.filled(campaign, forecast, now);
    if (!now.isBefore(campaign.timeline().deadline())) return Turn.expired(campaign, forecast, now);
    if (state != State.RUNNING) return waiting(campaign, forecast, now, "it is " + state.wire());
    return due(campaign, now)
        .map(checkIn -> checkIn(campaign, outlook, checkIn, pool, now))
        .orElseGet(() -> waiting(campaign, forecast, now, "no check-in is due"));
  }

  /// Invites more because a person wants it, whatever the forecast; no check-in is used up.
  ///
  /// @param stage whose tiers may be invited
  public Decision escalate(Campaign campaign, Stage stage, List<Candidate> pool, Instant now) {
    var outlook = look(campaign, now);
    var escalation = escalation(campaign, outlook, stage, pool, now);
    return new Decision(
        now,
        outlook.forecast(),
        Optional.empty(),
        List.of(escalation),
        Sentences.told(escalation),
        wakeAt(campaign, Optional.empty()));
  }

  /// How it stands; escalates nothing (a poll, CAM-C10).
  public Forecast forecast(Campaign campaign, Instant now) {
    return look(campaign, now).forecast();
  }

  /// Whether the forecast is to be refreshed now; a check-in that is due comes first.
  public boolean pollDue(Campaign campaign, Instant lastLook, Instant now) {
    var age = Duration.between(lastLook, now);
    return campaign.state() == State.RUNNING
        && campaign.checkIns().stream().noneMatch(checkIn -> checkIn.due(now))
        && age.compareTo(settings.pace(campaign.urgency()).poll()) >= 0;
  }

  private Outlook look(Campaign campaign, Instant now) {
    return Outlook.of(campaign, settings.pace(campaign.urgency()).curves(), now);
  }

  private static Optional<CheckedIn> due(Campaign campaign, Instant now) {
    var waiting = campaign.checkIns().stream().filter(CheckIn::waits).toList();
    int acting = (int) waiting.stream().filter(checkIn -> checkIn.due(now)).count() - 1;
    boolean spent = campaign.spent() && campaign.invitations().size() > campaign.spentAfter();
    if (spent && (acting < 0 || !waiting.get(acting).stage().invites())) {
      int inviting = acting + 1;
      while (inviting < waiting.size() && !waiting.get(inviting).stage().invites()) inviting++;
      if (inviting < waiting.size()) acting = inviting;
    }
    if (acting < 0) return Optional.empty();
    var skipped = waiting.subList(0, acting).stream().map(CheckIn::stage).toList();
    var chosen = waiting.get(acting);
    return Optional.of(new CheckedIn(chosen.stage(), !chosen.due(now), skipped));
  }

  private Decision checkIn(
      Campaign campaign, Outlook outlook, CheckedIn checkIn, List<Candidate> pool, Instant now) {
    var effects = withdrawLate(campaign);
    var forecast = outlook.forecast();
    var because = Sentences.onCourse(forecast);
    if (checkIn.stage() == Stage.WARNING) {
      if (campaign.invitations().stream().noneMatch(one -> one.standing().responded())) {
        because = Sentences.silence(campaign, forecast);
        effects.add(new Effect.Warn(because));
      }
    } else if (!forecast.reach().reaches(trigger(campaign))) {
      var escalation = escalation(campaign, outlook, checkIn.stage(), pool, now);
      because = Sentences.told(escalation);
      effects.add(escalation);
      if (checkIn.stage() == Stage.FINAL_PUSH) addReminders(campaign, effects);
    }
    var wakeAt = wakeAt(campaign, Optional.of(checkIn));
    return new Decision(now, forecast, Optional.of(checkIn), effects, because, wakeAt);
  }

  /// Who wants less confidence than the trigger is content with that.
  private Probability trigger(Campaign campaign) {
    var wanted = campaign.wanted();
    return wanted.compareTo(settings.trigger()) < 0 ? wanted : settings.trigger();
  }

  private Effect.Escalate escalation(
      Campaign campaign, Outlook outlook, Stage stage, List<Candidate> pool, Instant now) {
    var beliefs = new Beliefs(settings.rates(), settings.pace(campaign.urgency()).curves());
    var invitable = Invitable.of(campaign, stage, pool, settings);
    var topUp = TopUp.of(campaign, outlook, invitable, beliefs, now);
    return new Effect.Escalate(stage, outlook.forecast().reach(), topUp);
  }

  private static void addReminders(Campaign campaign, List<Effect> effects) {
    var silent = contractors(campaign, one -> one.standing() == Standing.OUT && !one.reminded());
    if (!silent.isEmpty()) effects.add(new Effect.Remind(silent));
  }

  private Decision waiting(Campaign campaign, Forecast forecast, Instant now, String because) {
    return new Decision(
        now,
        forecast,
        Optional.empty(),
        withdrawLate(campaign),
        because,
        wakeAt(campaign, Optional.empty()));
  }

  /// Sends that are due after the deadline are of no use (CAM-C21).
  private static List<Effect> withdrawLate(Campaign campaign) {
    var deadline = campaign.timeline().deadline();
    var late =
        contractors(
            campaign, one -> one.standing() == Standing.HELD && !one.since().isBefore(deadline));
    var effects = new ArrayList<Effect>();
    if (!late.isEmpty()) effects.add(new Effect.Withdraw(late));
    return effects;
  }

  static Optional<Instant> wakeAt(Campaign campaign, Optional<CheckedIn> done) {
    var deadline = campaign.timeline().deadline();
    return campaign.checkIns().stream()
        .filter(CheckIn::waits)
        .filter(it -> done.map(one -> one.status(it) == CheckIn.Status.WAITING).orElse(true))
        .map(CheckIn::at)
        .findFirst()
        .or(() -> Optional.of(deadline));
  }

  static List<ContactId> contractors(Campaign campaign, Predicate<Invitation> which) {
    return campaign.invitations().stream().filter(which).map(Invitation::contractor).toList();
  }
}
