package dev.switchboard.campaign;

import dev.switchboard.OwnerId;
import dev.switchboard.campaign.Learning.Group;
import dev.switchboard.campaign.Learning.Observation;
import dev.switchboard.campaign.Strategy.Proposal;
import dev.switchboard.contact.ContactId;
import dev.switchboard.send.PurposeId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Everything that is kept of one campaign: the truth about it. Its machine, its queue messages and
/// its events only hasten what is decided from here.
///
/// @param plan made when it was created
/// @param answers oldest first; of each contractor the latest [#KEPT]
/// @param history decisions that moved anything, oldest first, each with its forecast
/// @param seen the latest forecast, and when it was made
/// @param createdBy the person
/// @param version counts the changes, from 1
public record Dossier(
    OwnerId owner,
    PurposeId id,
    BidCard card,
    House house,
    Proposal plan,
    Campaign campaign,
    List<Answer> answers,
    List<Decision> history,
    Seen seen,
    Duty duty,
    Watch watch,
    String createdBy,
    Instant createdAt,
    long version) {

  /// Answers of one contractor that are kept: a record ends at 400 KB.
  static final int KEPT = 5;

  /// A look at the campaign.
  public record Seen(Instant at, Forecast forecast) {}

  public Dossier {
    answers = List.copyOf(answers);
    history = List.copyOf(history);
  }

  /// What is the same from the beginning to the end.
  public record Head(
      OwnerId owner,
      PurposeId id,
      BidCard card,
      House house,
      String createdBy,
      Instant createdAt) {}

  /// A campaign that is planned and not launched yet.
  public static Dossier drafted(Head head, Proposal plan, Campaign draft, Forecast forecast) {
    return new Dossier(
        head.owner(),
        head.id(),
        head.card(),
        head.house(),
        plan,
        draft.in(State.DRAFT),
        List.of(),
        List.of(),
        new Seen(head.createdAt(), forecast),
        Duty.NONE,
        Watch.NEW,
        head.createdBy(),
        head.createdAt(),
        1);
  }

  /// The decisions that are not known to be carried out, oldest first.
  public List<Decision> outstanding() {
    return history.subList(duty.carriedOut(), history.size());
  }

  /// Another state of the campaign that its machine is to look at.
  public Dossier changed(Campaign other) {
    return copy(other, answers, history, seen, duty, watch.signalled());
  }

  /// What the ledger tells of its invitations.
  public Dossier told(Campaign other) {
    return copy(other, answers, history, seen, duty, watch);
  }

  /// Somebody was heard; the very dossier if it says nothing new.
  public Dossier heard(Answer answer) {
    var own = answers.stream().filter(it -> it.contractor().equals(answer.contractor())).toList();
    if (!own.isEmpty() && own.getLast().repeats(answer)) return this;
    var more = new ArrayList<>(answers);
    if (own.size() >= KEPT) more.remove(own.getFirst());
    more.add(answer);
    var heard = campaign.heard(answer.contractor(), answer.response());
    return copy(heard, more, history, seen, duty, watch.signalled());
  }

  /// What a decision comes to, before anything of it is carried out.
  public Dossier decided(Decision decision) {
    var more = new ArrayList<>(history);
    more.add(decision);
    var asked = duty.escalation().filter(_ -> !answers(decision));
    var free = duty.reserving(List.of()).escalation(asked);
    var now = new Seen(decision.at(), decision.forecast());
    return copy(campaign.after(decision), answers, more, now, free, watch);
  }

  /// Whether it is what a person wanted, and no check-in's.
  private static boolean answers(Decision decision) {
    return decision.checkIn().isEmpty()
        && decision.effects().stream().anyMatch(Effect.Escalate.class::isInstance);
  }

  /// The same, for what a person decided: the machine is to carry it out.
  public Dossier ordered(Decision decision) {
    var next = decided(decision);
    return next.copy(next.campaign, answers, next.history, next.seen, next.duty, watch.signalled());
  }

  /// A person wants more invited.
  public Dossier escalated(Stage stage) {
    var wanted = duty.escalation(Optional.of(stage));
    return copy(campaign, answers, history, seen, wanted, watch.signalled());
  }

  /// It waits until a person looked, for something that no decision of its own can mend.
  public Dossier halted(String because, Instant at) {
    var none = Optional.<Decision.CheckedIn>empty();
    var halt = new Decision(at, seen.forecast(), none, List.of(), because, watch.wakeAt());
    return ordered(halt).told(campaign.in(State.PAUSED));
  }

  /// Whether it was ever halted: nothing else is recorded that moves nothing.
  public boolean halted() {
    return history.stream().anyMatch(it -> it.effects().isEmpty() && it.checkIn().isEmpty());
  }

  /// The machine is to look again, for whatever reason.
  public Dossier signalled() {
    return changed(campaign);
  }

  /// All decisions so far are carried out.
  public Dossier carriedOut() {
    return copy(campaign, answers, history, seen, duty.carriedOut(history.size()), watch);
  }

  /// Places are about to be reserved.
  public Dossier reserving(List<ContactId> these) {
    return copy(campaign, answers, history, seen, duty.reserving(these), watch);
  }

  /// The machine found nothing more to do now.
  public Dossier looked(Decision nothing, Optional<Instant> next) {
    var now = new Seen(nothing.at(), nothing.forecast());
    return copy(campaign, answers, history, now, duty, watch.looked(next));
  }

  /// The forecast was refreshed between check-ins.
  public Dossier polled(Forecast forecast, Instant at) {
    return copy(campaign, answers, history, new Seen(at, forecast), duty, watch);
  }

  /// What its invitations tell of how often contractors bid, once it has ended.
  ///
  /// @param curves how long bids take
  public List<Observation> observations(Curves curves) {
    return campaign.invitations().stream()
        .map(one -> Observation.of(one, group(one), curves.of(one.tier()), seen.at()))
        .filter(observation -> observation.weight() > 0)
        .toList();
  }

  private Group group(Invitation one) {
    var local = one.since().atZone(card.site().zone()).toLocalTime();
    return new Group(one.tier(), card.trade(), HourBand.of(local));
  }

  /// Without the words of some contractors; the very dossier if it has none of theirs.
  public Dossier forgetting(Set<ContactId> contractors) {
    var silent =
        answers.stream()
            .map(answer -> contractors.contains(answer.contractor()) ? answer.wordless() : answer)
            .toList();
    return silent.equals(answers) ? this : copy(campaign, silent, history, seen, duty, watch);
  }

  /// The machine waits with this token.
  public Dossier armed(String token) {
    return copy(campaign, answers, history, seen, duty, watch.armed(token));
  }

  /// Another execution is started for it.
  public Dossier started() {
    return copy(campaign, answers, history, seen, duty, watch.started());
  }

  private Dossier copy(
      Campaign campaign,
      List<Answer> answers,
      List<Decision> history,
      Seen seen,
      Duty duty,
      Watch watch) {
    return new Dossier(
        owner,
        id,
        card,
        house,
        plan,
        campaign,
        answers,
        history,
        seen,
        duty,
        watch,
        createdBy,
        createdAt,
        version + 1);
  }
}
