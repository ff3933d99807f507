package dev.switchboard.functions.campaign;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.switchboard.OwnerId;
import dev.switchboard.campaign.Campaigns;
import dev.switchboard.campaign.Dossier;
import dev.switchboard.functions.Handler;
import dev.switchboard.functions.Services;
import dev.switchboard.send.PurposeId;
import java.util.Optional;

/// Keeps the token that a campaign's machine waits with, and wakes it if anything is pending.
///
/// State `Wait for signal or checkpoint` of `statemachines/campaign.asl.json`. Sample input in
/// `events/arm-campaign.json`. Safe to run twice: the latest token is the one that is completed.
public final class ArmCampaign extends Handler<ArmCampaign.Input, ArmCampaign.Output> {

  public record Input(
      String owner,
      @JsonProperty("campaign_id") String campaignId,
      @JsonProperty("task_token") String taskToken) {}

  /// @param pending whether the machine goes on at once
  public record Output(boolean pending) {}

  private final Campaigns campaigns;
  private final Tokens tokens;

  public ArmCampaign() {
    this(Services.aws());
  }

  public ArmCampaign(Services services) {
    super(Input.class);
    this.campaigns = services.campaigns();
    this.tokens = services.signals().tokens();
  }

  @Override
  public Output handle(Input input, Remaining remaining) {
    var armed =
        arm(new OwnerId(input.owner()), new PurposeId(input.campaignId()), input.taskToken());
    // What was written before the token was sees it only here; what comes after sees the token.
    var pending = armed.map(ArmCampaign::pending).orElse(true);
    return new Output(pending && tokens.complete(input.taskToken()));
  }

  private Optional<Dossier> arm(OwnerId owner, PurposeId id, String token) {
    while (true) {
      var found = campaigns.find(owner, id);
      if (found.isEmpty()) return found;
      var armed = found.get().armed(token);
      if (campaigns.change(found.get(), armed)) return Optional.of(armed);
    }
  }

  private static boolean pending(Dossier dossier) {
    return dossier.watch().pending() || dossier.campaign().state().ended();
  }
}
