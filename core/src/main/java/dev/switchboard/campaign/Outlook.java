package dev.switchboard.campaign;

import java.time.Instant;

/// What is still out, weighed: the distribution of bids that are to come (the posterior, given who
/// was silent for how long).
///
/// @param missing how many of the bids still missing come; to be copied before it is added to
record Outlook(Forecast forecast, BidCount missing) {

  /// @param curves of the campaign's urgency
  static Outlook of(Campaign campaign, Curves curves, Instant now) {
    int bids = campaign.bids();
    var missing = BidCount.until(campaign.bidsNeeded() - bids);
    long at = now.toEpochMilli();
    long deadline = campaign.timeline().deadline().toEpochMilli();
    double byNow = 0;
    double toCome = 0;
    for (var invitation : campaign.invitations()) {
      var curve = curves.of(invitation.tier());
      byNow += byNow(invitation, curve, at);
      if (!invitation.standing().open()) continue;
      double chance = stillBrings(invitation, curve, at, deadline);
      toCome += chance;
      missing.add(chance);
    }
    var forecast = new Forecast(bids, campaign.bidsNeeded(), byNow, bids + toCome, missing.reach());
    return new Outlook(forecast, missing);
  }

  /// What an accepted invitation should have brought, whatever came of it (CAM-C11).
  private static double byNow(Invitation invitation, DelayCurve curve, long at) {
    return switch (invitation.standing()) {
      case HELD, WITHDRAWN -> 0;
      case OUT, ASKED, BID, DECLINED, BOUNCED ->
          invitation.rate() * curve.in(at - invitation.since().toEpochMilli());
    };
  }

  private static double stillBrings(
      Invitation invitation, DelayCurve curve, long at, long deadline) {
    long since = invitation.since().toEpochMilli();
    // A held one leaves when it is due; if that is over, it can only leave now.
    if (invitation.standing() == Standing.HELD) since = Math.max(since, at);
    return curve.stillBrings(invitation.rate(), deadline - since, at - since);
  }
}
