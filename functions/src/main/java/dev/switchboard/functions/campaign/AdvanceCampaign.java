package dev.switchboard.functions.campaign;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.switchboard.OwnerId;
import dev.switchboard.functions.Handler;
import dev.switchboard.functions.Services;
import dev.switchboard.send.PurposeId;

/// Takes a campaign as far as it goes now, and says when to look again.
///
/// State `Advance campaign` of `statemachines/campaign.asl.json`. Sample input in
/// `events/advance-campaign.json`. Safe to run twice: see [Progress].
public final class AdvanceCampaign extends Handler<AdvanceCampaign.Input, AdvanceCampaign.Output> {

  public record Input(String owner, @JsonProperty("campaign_id") String campaignId) {}

  /// @param next `wait` or `ended`
  /// @param wakeAt when to look again at the latest; empty text unless `wait`
  public record Output(String next, @JsonProperty("wake_at") String wakeAt) {}

  private final Progress progress;

  public AdvanceCampaign() {
    this(Services.aws());
  }

  public AdvanceCampaign(Services services) {
    this(services, services.crew());
  }

  public AdvanceCampaign(Services services, Crew crew) {
    super(Input.class);
    this.progress = new Progress(services, crew);
  }

  @Override
  public Output handle(Input input, Remaining remaining) {
    return switch (progress.advance(
        new OwnerId(input.owner()), new PurposeId(input.campaignId()))) {
      case Progress.Next.Wait(var until) -> new Output("wait", until.toString());
      case Progress.Next.End() -> new Output("ended", "");
    };
  }
}
