package dev.switchboard.functions.campaign;

import dev.switchboard.campaign.CampaignSettings;
import dev.switchboard.campaign.Campaigns;
import dev.switchboard.campaign.Dossier;
import dev.switchboard.campaign.Finding;
import dev.switchboard.campaign.OpenHours;
import dev.switchboard.campaign.PlanReview;
import dev.switchboard.campaign.Steward;
import dev.switchboard.contact.Channel;
import dev.switchboard.contact.Clue;
import dev.switchboard.contact.Gate;
import dev.switchboard.contact.Policy;
import dev.switchboard.contact.Purpose;
import dev.switchboard.contact.SendingHours;
import dev.switchboard.functions.Services;
import dev.switchboard.functions.campaign.CampaignAnswer.ForecastAnswer;
import dev.switchboard.functions.http.Problem;
import dev.switchboard.functions.http.Refused;
import dev.switchboard.functions.http.Reply;
import dev.switchboard.functions.http.Request;
import dev.switchboard.send.PurposeId;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;

/// Shows campaigns: as they are kept, with what the ledger tells of them by now.
final class Views {

  private final Campaigns campaigns;
  private final Progress progress;
  private final Gate gate;
  private final InstantSource clock;

  Views(Services services) {
    this.campaigns = services.campaigns();
    // Shown only: nobody is invited from here.
    this.progress = new Progress(services, Crew.NOBODY);
    this.gate = services.gate();
    this.clock = services.clock();
  }

  /// The campaign that a path names.
  ///
  /// @throws Refused 404 if the caller's owner has none of that id
  Dossier found(Request request) {
    var id = request.parameter("campaign_id", PurposeId::new);
    return campaigns
        .find(request.caller().owner(), id)
        .orElseThrow(() ->
            new Refused(Problem.of(Problem.Kind.NOT_FOUND, "There is no campaign " + id + ".")));
  }

  Reply reply(int status, Dossier dossier) {
    return Reply.json(status, detail(dossier));
  }

  CampaignDetail detail(Dossier dossier) {
    var told = progress.told(dossier);
    return CampaignDetail.of(told, forecast(told), findings(told));
  }

  private ForecastAnswer forecast(Dossier dossier) {
    var state = dossier.campaign().state();
    // What is not launched yet, and what is over, is as it was seen last.
    if (state.ended() || dossier.campaign().invitations().isEmpty())
      return ForecastAnswer.of(dossier.seen().at(), dossier.seen().forecast());
    var now = clock.instant();
    return ForecastAnswer.of(now, Steward.DEFAULT.forecast(dossier.campaign(), now));
  }

  private List<Finding> findings(Dossier dossier) {
    var open = open(dossier.card().site().zone(), dossier.house().policy());
    return new PlanReview(CampaignSettings.DEFAULT, open)
        .findings(dossier.plan(), dossier.campaign().urgency(), dossier.campaign().timeline());
  }

  /// When texts can leave to who is where the work is.
  OpenHours open(ZoneId zone, Policy policy) {
    var clues = List.of(Clue.ofPlace(zone, gate.rules()));
    return OpenHours.of(
        SendingHours.of(gate.rules(), Channel.SMS, Purpose.MARKETING, clues, policy.quietDays()));
  }
}
