package dev.switchboard.campaign;

import dev.switchboard.campaign.CheckIn.Status;
import dev.switchboard.contact.ContactId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// All that is decided from: what a campaign is to reach, whom it invited, what came back.
///
/// @param bidsNeeded 1 to 100
/// @param urgency fixed when the campaign was created
/// @param wanted confidence
/// @param invitations in the order in which they were decided
/// @param spentAfter how many invitations there were when a spent wave was last acted upon, 0 for
///   never: the same wave moves nothing twice
/// @param budget empty: no limit
public record Campaign(
    State state,
    int bidsNeeded,
    Urgency urgency,
    Probability wanted,
    Timeline timeline,
    List<CheckIn> checkIns,
    List<Invitation> invitations,
    int spentAfter,
    Optional<Budget> budget) {

  public Campaign {
    Need.checkBids(bidsNeeded);
    checkIns = List.copyOf(checkIns);
    invitations = List.copyOf(invitations);
  }

  /// A running campaign that invited these.
  ///
  /// @param invited those of its plan
  public static Campaign launched(
      Planner.Wish wish, Timeline timeline, CampaignSettings settings, List<Candidate> invited) {
    return new Campaign(
        State.RUNNING,
        wish.need().bids(),
        settings.urgency(wish.need().hours()),
        wish.wanted(),
        timeline,
        CheckIn.of(timeline, settings),
        invited.stream().map(one -> Invitation.of(one, timeline.start())).toList(),
        0,
        wish.budget());
  }

  public int bids() {
    int bids = 0;
    for (var invitation : invitations) if (invitation.standing() == Standing.BID) bids++;
    return bids;
  }

  /// Whether nobody is left of whom a bid could come.
  boolean spent() {
    return !invitations.isEmpty()
        && invitations.stream().noneMatch(invitation -> invitation.standing().open());
  }

  Optional<CheckIn> next() {
    return checkIns.stream().filter(CheckIn::waits).findFirst();
  }

  /// The provider accepted the contractor's invitation.
  public Campaign accepted(ContactId contractor, Instant at) {
    return with(change(contractor, invitation -> invitation.accepted(at)));
  }

  /// The gate holds the contractor's invitation until then.
  public Campaign held(ContactId contractor, Instant until) {
    return with(change(contractor, invitation -> invitation.held(until)));
  }

  /// The contractor's invitation was taken back before it left; does nothing unless it is held.
  public Campaign withdrawn(ContactId contractor) {
    return with(change(contractor, Invitation::withdrawn));
  }

  /// The contractor was heard, whatever the campaign's state: late bids are still recorded.
  public Campaign heard(ContactId contractor, Response response) {
    return with(change(contractor, invitation -> invitation.after(response)));
  }

  /// Another timeline: check-ins that have not happened move with it.
  ///
  /// @throws IllegalStateException if the campaign has ended
  public Campaign rescheduled(Timeline other, CampaignSettings settings) {
    checkLives();
    var moved = new ArrayList<CheckIn>();
    for (var checkIn : checkIns) {
      var at = other.at(settings.percent(checkIn.stage()));
      moved.add(checkIn.waits() ? new CheckIn(checkIn.stage(), at, Status.WAITING) : checkIn);
    }
    return copy(state, bidsNeeded, other, moved, invitations, spentAfter);
  }

  /// Another target; one that is reached already fills the campaign at the next decision.
  ///
  /// @throws IllegalStateException if the campaign has ended
  public Campaign retargeted(int bids) {
    checkLives();
    return copy(state, bids, timeline, checkIns, invitations, spentAfter);
  }

  public Campaign in(State next) {
    return copy(next, bidsNeeded, timeline, checkIns, invitations, spentAfter);
  }

  /// What this campaign is once the decision is carried out.
  public Campaign after(Decision decision) {
    var next = this;
    for (var effect : decision.effects()) next = effect.applied(next, decision.at());
    if (decision.checkIn().isEmpty()) return next;
    var done = decision.checkIn().get();
    var marked = next.checkIns.stream().map(checkIn -> checkIn.with(done.status(checkIn))).toList();
    int spentAfter = spent() && done.stage().invites() ? invitations.size() : this.spentAfter;
    return next.copy(next.state, bidsNeeded, timeline, marked, next.invitations, spentAfter);
  }

  Campaign with(List<Invitation> others) {
    return copy(state, bidsNeeded, timeline, checkIns, others, spentAfter);
  }

  /// These contractors' invitations changed.
  Campaign each(List<ContactId> contractors, UnaryOperator<Invitation> change) {
    return with(
        invitations.stream()
            .map(one -> contractors.contains(one.contractor()) ? change.apply(one) : one)
            .toList());
  }

  private List<Invitation> change(ContactId contractor, UnaryOperator<Invitation> change) {
    return invitations.stream()
        .map(one -> one.contractor().equals(contractor) ? change.apply(one) : one)
        .toList();
  }

  private void checkLives() {
    if (state.ended())
      throw new IllegalStateException("a campaign that has ended stays so: " + state.wire());
  }

  private Campaign copy(
      State state,
      int bids,
      Timeline timeline,
      List<CheckIn> checkIns,
      List<Invitation> invitations,
      int spentAfter) {
    return new Campaign(
        state, bids, urgency, wanted, timeline, checkIns, invitations, spentAfter, budget);
  }
}
