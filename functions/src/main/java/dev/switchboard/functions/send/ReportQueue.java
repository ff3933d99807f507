package dev.switchboard.functions.send;

import dev.switchboard.functions.Json;
import dev.switchboard.functions.aws.SqsQueue;
import dev.switchboard.price.Usd;
import dev.switchboard.send.Report;
import dev.switchboard.send.SendId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The queue over which providers' reports and contacts' replies come in.
///
/// @param queue carries [Told] as JSON
public record ReportQueue(SqsQueue queue) {

  /// A report or a reply: exactly one of `state` and `text` is there.
  ///
  /// @param mid the send it belongs to
  /// @param providerId the provider's id of it
  /// @param state wire name of the state reported
  /// @param cause the provider's word for it
  /// @param cost what it charged, in dollars; absent when it does not say
  /// @param text what the contact wrote
  public record Told(
      String mid,
      Optional<String> providerId,
      Optional<String> state,
      Optional<String> cause,
      Optional<BigDecimal> cost,
      Optional<String> text,
      Instant at) {

    public static Told report(String mid, String providerId, Report report) {
      return new Told(
          mid,
          Optional.of(providerId),
          Optional.of(report.state().wire()),
          Optional.of(report.cause()),
          report.cost().map(Usd::dollars),
          Optional.empty(),
          report.at());
    }

    public static Told reply(String mid, String text, Instant at) {
      return new Told(
          mid,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.of(text),
          at);
    }
  }

  public void tell(Told told, Duration delay) {
    var owner = new SendId(told.mid()).ownerKey();
    queue.send(List.of(new SqsQueue.Message(owner, Json.text(told), delay)));
  }
}
