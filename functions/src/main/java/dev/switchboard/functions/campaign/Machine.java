package dev.switchboard.functions.campaign;

import dev.switchboard.Unavailable;
import dev.switchboard.campaign.Dossier;
import dev.switchboard.functions.Json;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;

/// Starts executions of `statemachines/campaign.asl.json`.
///
/// @param arn of the machine
public record Machine(Supplier<SfnClient> machines, String arn) {

  /// Starts the execution of a campaign that its record counts last; once, however often asked.
  public void start(Dossier dossier) {
    var input = Map.of("owner", dossier.owner().value(), "campaign_id", dossier.id().value());
    try {
      var _ =
          machines
              .get()
              .startExecution(
                  start -> start.stateMachineArn(arn).name(name(dossier)).input(Json.text(input)));
    } catch (ExecutionAlreadyExistsException _) {
      // Whoever was faster started the same one.
    } catch (SdkException e) {
      throw new Unavailable("starting a campaign's machine", e);
    }
  }

  private static String name(Dossier dossier) {
    return dossier.id().value() + "-" + dossier.watch().runs();
  }
}
