package dev.switchboard.functions.send;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.Unavailable;
import dev.switchboard.functions.Trouble;
import dev.switchboard.functions.aws.Parallel;
import dev.switchboard.functions.aws.SqsQueue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Function;

/// A batch of queue messages: all at once, and only those that failed come again, each after a wait
/// of its own.
public final class Batch {

  private static final int MAX_WAIT_SECONDS = 900;

  private final SqsQueue queue;

  public Batch(SqsQueue queue) {
    this.queue = queue;
  }

  /// What SQS is told.
  public record Answer(List<Failure> batchItemFailures) {}

  /// A message that comes again.
  public record Failure(String itemIdentifier) {}

  /// @param event as SQS brings it
  /// @param action on a message's body; an [IllegalArgumentException] says that it is not one of
  ///   ours
  public Answer each(JsonNode event, Consumer<String> action) {
    return together(event, _ -> action);
  }

  /// @param event as SQS brings it
  /// @param begin looks at the bodies of all messages before the first is acted on, and says what
  ///   to do with each; if it fails, all of them have
  public Answer together(JsonNode event, Function<List<String>, Consumer<String>> begin) {
    var messages = event.path("Records").valueStream().toList();
    var action = begun(messages.stream().map(Batch::body).toList(), begin);
    return new Answer(
        Parallel.map(messages, message -> failure(message, action)).stream()
            .flatMap(Optional::stream)
            .toList());
  }

  private static Consumer<String> begun(
      List<String> bodies, Function<List<String>, Consumer<String>> begin) {
    try {
      return begin.apply(bodies);
    } catch (RuntimeException e) {
      return _ -> {
        throw e;
      };
    }
  }

  private static String body(JsonNode message) {
    return message.path("body").asText("");
  }

  private Optional<Failure> failure(JsonNode message, Consumer<String> action) {
    try {
      action.accept(body(message));
      return Optional.empty();
    } catch (RuntimeException e) {
      // Whatever it is: its neighbours must not come again because of it.
      var id = message.path("messageId").asText("");
      System.err.println(id + ": " + Trouble.line(e));
      retryLater(message);
      return Optional.of(new Failure(id));
    }
  }

  /// Full jitter: random up to 10, 20, 40 … seconds, by how often it was received.
  private void retryLater(JsonNode message) {
    var count = message.path("attributes").path("ApproximateReceiveCount").asInt(1);
    var most = Math.min(MAX_WAIT_SECONDS, 5 << Math.min(count, 8));
    var wait = Duration.ofSeconds(ThreadLocalRandom.current().nextInt(most));
    try {
      queue.retryIn(message.path("receiptHandle").asText(""), wait);
    } catch (Unavailable e) {
      System.err.println("comes again after its visibility timeout: " + e);
    }
  }
}
