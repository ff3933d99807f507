package dev.switchboard.functions.send;

import dev.switchboard.functions.Json;
import dev.switchboard.functions.aws.SqsQueue;
import dev.switchboard.price.Usd;
import dev.switchboard.send.Objection;
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

  /// Messages of which nobody knows yet whose they are.
  private static final String NOBODYS = "nobodys";

  /// What a provider told, or a contact wrote.
  ///
  /// @param mid the send it belongs to; absent where only a number is known
  /// @param number E.164: who wrote, or who was called; absent where the send is known
  /// @param providerId the provider's id of the send
  /// @param state wire name of the state reported; absent: only that the provider has it
  /// @param cause the provider's word for it
  /// @param cost what it charged, in dollars; absent when it does not say
  /// @param objection what the provider holds against it; absent where the state says all
  /// @param text what the contact wrote
  /// @param summary of a call
  /// @param at when it was heard for the first time
  public record Told(
      Optional<String> mid,
      Optional<String> number,
      Optional<String> providerId,
      Optional<String> state,
      Optional<String> cause,
      Optional<BigDecimal> cost,
      Optional<Objection> objection,
      Optional<String> text,
      Optional<String> summary,
      Instant at) {

    private static Told nothing(Instant at) {
      return new Told(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          at);
    }

    public static Told report(String mid, String providerId, Report report) {
      return taken(mid, providerId, report.at()).with(report);
    }

    /// That the provider has it, and nothing more.
    public static Told taken(String mid, String providerId, Instant at) {
      return nothing(at).with(Optional.of(mid), Optional.empty(), Optional.of(providerId));
    }

    /// What came of a call to a number, where the provider does not name the send.
    public static Told called(String number, String providerId, Report report) {
      return nothing(report.at())
          .with(Optional.empty(), Optional.of(number), Optional.of(providerId))
          .with(report);
    }

    public static Told reply(String mid, String text, Instant at) {
      return nothing(at).with(Optional.of(mid), Optional.empty(), Optional.empty()).saying(text);
    }

    /// What the holder of a number wrote to ours.
    public static Told texted(String number, String text, Instant at) {
      return nothing(at).with(Optional.empty(), Optional.of(number), Optional.empty()).saying(text);
    }

    private Told with(Optional<String> send, Optional<String> whose, Optional<String> providersId) {
      return new Told(send, whose, providersId, state, cause, cost, objection, text, summary, at);
    }

    private Told with(Report report) {
      return new Told(
          mid,
          number,
          providerId,
          Optional.of(report.state().wire()),
          Optional.of(report.cause()),
          report.cost().map(Usd::dollars),
          report.objection(),
          text,
          summary,
          at);
    }

    private Told saying(String words) {
      return new Told(
          mid, number, providerId, state, cause, cost, objection, Optional.of(words), summary, at);
    }

    /// The same, with a summary if there is one.
    public Told summed(Optional<String> words) {
      return new Told(mid, number, providerId, state, cause, cost, objection, text, words, at);
    }
  }

  public void tell(Told told, Duration delay) {
    var group = told.mid().map(mid -> new SendId(mid).ownerKey()).orElse(NOBODYS);
    queue.send(List.of(new SqsQueue.Message(group, Json.text(told), delay)));
  }
}
