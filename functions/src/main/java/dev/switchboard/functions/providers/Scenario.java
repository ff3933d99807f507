package dev.switchboard.functions.providers;

import dev.switchboard.contact.Channel;
import dev.switchboard.functions.Json;
import dev.switchboard.send.State;
import java.time.Duration;
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
    LOST_REPLY
  }

  /// @param after the attempt
  /// @param cause the provider's word for it: `busy`
  public record Later(Duration after, State state, Optional<String> cause) {
    public Later {
      cause = cause == null ? Optional.empty() : cause;
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
          case VOICE_CALL -> new Later(Duration.ofSeconds(90), State.ANSWERED, Optional.empty());
          case VOICEMAIL -> new Later(Duration.ofSeconds(40), State.VOICEMAIL, Optional.empty());
          case SMS -> new Later(Duration.ofSeconds(4), State.DELIVERED, Optional.empty());
          case EMAIL -> new Later(Duration.ofSeconds(8), State.DELIVERED, Optional.empty());
        };
    return new Script(Optional.empty(), List.of(later), Optional.empty());
  }
}
