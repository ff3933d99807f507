package dev.switchboard.functions.campaign;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.switchboard.OwnerId;
import dev.switchboard.campaign.Dossier;
import dev.switchboard.campaign.Turn;
import dev.switchboard.functions.Handler;
import dev.switchboard.functions.Services;
import dev.switchboard.send.PurposeId;
import java.time.InstantSource;

/// Ends a campaign whose machine cannot go on: what has not left is taken back.
///
/// State `Record failure` of `statemachines/campaign.asl.json`. Sample input in
/// `events/fail-campaign.json`. Safe to run twice: a campaign that has ended stays so.
public final class FailCampaign extends Handler<FailCampaign.Input, FailCampaign.Output> {

  public record Input(
      String owner, @JsonProperty("campaign_id") String campaignId, Trouble error) {}

  /// What the machine caught.
  public record Trouble(@JsonProperty("Error") String error, @JsonProperty("Cause") String cause) {}

  /// @param state that the campaign is in then; `gone` if there is none
  public record Output(String state) {}

  private final Signals signals;
  private final Progress progress;
  private final InstantSource clock;

  public FailCampaign() {
    this(Services.aws());
  }

  public FailCampaign(Services services) {
    this(services, services.crew());
  }

  public FailCampaign(Services services, Crew crew) {
    super(Input.class);
    this.signals = services.signals();
    this.progress = new Progress(services, crew);
    this.clock = services.clock();
  }

  @Override
  public Output handle(Input input, Remaining remaining) {
    var owner = new OwnerId(input.owner());
    var id = new PurposeId(input.campaignId());
    var failed = signals.tell(owner, id, dossier -> failed(dossier, input.error().error()));
    var _ = progress.advance(owner, id);
    return new Output(failed.map(it -> it.campaign().state().wire()).orElse("gone"));
  }

  private Dossier failed(Dossier dossier, String error) {
    if (dossier.campaign().state().ended()) return dossier;
    var because = "its machine could not go on: " + error;
    return dossier.ordered(
        Turn.failed(dossier.campaign(), dossier.seen().forecast(), because, clock.instant()));
  }
}
