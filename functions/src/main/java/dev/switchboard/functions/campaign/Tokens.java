package dev.switchboard.functions.campaign;

import dev.switchboard.Unavailable;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.InvalidTokenException;
import software.amazon.awssdk.services.sfn.model.TaskDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.TaskTimedOutException;

/// Wakes machines that wait with a token.
public record Tokens(Supplier<SfnClient> machines) {

  /// Completes the task of a token. One that is over is as good as woken: its machine looks at the
  /// record by itself.
  ///
  /// @return whether the task was still waiting
  public boolean complete(String token) {
    try {
      var _ = machines.get().sendTaskSuccess(success -> success.taskToken(token).output("{}"));
      return true;
    } catch (TaskTimedOutException | TaskDoesNotExistException | InvalidTokenException over) {
      return false;
    } catch (SdkException e) {
      throw new Unavailable("waking a campaign's machine", e);
    }
  }
}
