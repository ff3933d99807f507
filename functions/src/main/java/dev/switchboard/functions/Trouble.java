package dev.switchboard.functions;

import dev.switchboard.Unavailable;
import java.util.Arrays;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.exception.SdkException;

/// A failure as a log may tell it: by its own words where the world failed, for those are ours or
/// AWS's; any other by type and place only, for its words repeat what it stumbled over: an address,
/// a message, a token.
public final class Trouble {

  private Trouble() {}

  /// One line, with what caused it.
  public static String line(Throwable failure) {
    var cause = failure.getCause() == null ? "" : ", because of " + line(failure.getCause());
    return told(failure) + cause;
  }

  /// The same with every frame.
  public static String stack(Throwable failure) {
    var cause = failure.getCause() == null ? "" : "\nCaused by: " + stack(failure.getCause());
    return told(failure)
        + Arrays.stream(failure.getStackTrace())
            .map(frame -> "\n\tat " + frame)
            .collect(Collectors.joining())
        + cause;
  }

  private static String told(Throwable failure) {
    if (failure instanceof Unavailable || failure instanceof SdkException)
      return failure.toString();
    var place =
        Arrays.stream(failure.getStackTrace())
            .filter(frame -> frame.getClassName().startsWith("dev.switchboard."))
            .findFirst();
    return failure.getClass().getName() + place.map(frame -> " at " + frame).orElse("");
  }
}
