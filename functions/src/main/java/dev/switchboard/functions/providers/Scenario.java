package dev.switchboard.functions.providers;

import dev.switchboard.contact.Channel;
import dev.switchboard.functions.Json;
import dev.switchboard.price.Usd;
import dev.switchboard.send.Objection;
import dev.switchboard.send.Report;
import dev.switchboard.send.State;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the outbox lets happen, by address and channel, so that fallbacks can be watched.
///
/// In JSON: `{"+12125550123": {"voice_call": [{"reports": [{"after": "PT20S", "state": "no_answer",
/// "cause": "busy"}]}]}}`. The n-th attempt of a send to an address over a channel goes as the n-th
/// script says, later ones as the last. Without a script it goes well: a call is answered, a
/// voicemail left, a text and a mail delivered.
///
/// @param scripts by address, then by the channel's wire name
public record Scenario(Map<String, Map<String, List<Script>>> scripts) {

  public static final Scenario FAIR_WEATHER = new Scenario(Map.of());

  /// One attempt.
  ///
  /// @param attempt how the provider answers; absent: it accepts
  /// @param reports what it tells later, in order
  /// @param reply what the contact answers
  public record Script(Optional<Answer> attempt, List<Later> reports, Optional<Reply> reply) {
    public Script {
      attempt = attempt == null ? Optional.empty() : attempt;
      reports = reports == null ? List.of() : List.copyOf(reports);
      reply = reply == null ? Optional.empty() : reply;
    }
  }

  /// How the provider answers one attempt.
  public enum Answer {
    ACCEPTED,
    OPTED_OUT,
    BAD_ADDRESS,
    CONTENT,
    OUR_MISTAKE,
    NOT_TAKEN,
    /// An error after which nobody knows; it was not taken.
    UNCLEAR,
    /// It was taken, and the answer got lost.
    LOST_REPLY;

    boolean taken() {
      return this == ACCEPTED || this == LOST_REPLY;
    }
  }

  /// @param after the attempt
  /// @param cause the provider's word for it: `busy`
  /// @param objection what it holds against the message: `passing`; absent: nothing more
  /// @param cost what it charges, in dollars; absent: it does not say
  public record Later(
      Duration after,
      State state,
      Optional<String> cause,
      Optional<Objection.Kind> objection,
      Optional<BigDecimal> cost) {
    public Later {
      cause = cause == null ? Optional.empty() : cause;
      objection = objection == null ? Optional.empty() : objection;
      cost = cost == null ? Optional.empty() : cost;
    }

    private static Later fair(long seconds, State state) {
      return new Later(
          Duration.ofSeconds(seconds), state, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// As it is told of a message that was taken at `taken`.
    Report report(Instant taken) {
      var told = cause.orElse(state.wire());
      return new Report(
          state,
          told,
          objection.map(kind -> new Objection(kind, "outbox " + told)),
          cost.map(Usd::of),
          taken.plus(after));
    }
  }

  /// @param after the attempt
  public record Reply(Duration after, String text) {}

  /// @param json empty or blank: fair weather
  /// @throws IllegalArgumentException saying where it is wrong
  public static Scenario of(String json) {
    if (json.isBlank()) return FAIR_WEATHER;
    return Json.read("{\"scripts\":" + json + "}", Scenario.class);
  }

  /// How the `count`-th attempt goes, from 0.
  Script script(String address, Channel channel, int count) {
    var own = scripts.getOrDefault(address, Map.of()).getOrDefault(channel.wire(), List.of());
    if (own.isEmpty()) return fair(channel);
    return own.get(Math.min(count, own.size() - 1));
  }

  private static Script fair(Channel channel) {
    var later =
        switch (channel) {
          case VOICE_CALL -> Later.fair(90, State.ANSWERED);
          case VOICEMAIL -> Later.fair(40, State.VOICEMAIL);
          case SMS -> Later.fair(4, State.DELIVERED);
          case EMAIL -> Later.fair(8, State.DELIVERED);
        };
    return new Script(Optional.empty(), List.of(later), Optional.empty());
  }
}
