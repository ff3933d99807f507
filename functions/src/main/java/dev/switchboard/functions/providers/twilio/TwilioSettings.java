package dev.switchboard.functions.providers.twilio;

import dev.switchboard.send.SendId;
import java.util.Optional;

/// How texts are sent.
///
/// @param authToken secret; webhooks are signed with it
/// @param second sender, for what is refused because of the first; empty: none
/// @param publicUrl where Twilio tells statuses; empty: nowhere, they are asked for
/// @param perSecond texts a second that the sender may send: 1 for a long code, 3 toll-free, 100
///   for a short code
/// @param baseUrl `https://api.twilio.com`
public record TwilioSettings(
    String accountSid,
    String authToken,
    Sender sender,
    Optional<Sender> second,
    Optional<String> publicUrl,
    int perSecond,
    String baseUrl) {

  /// Whom a text comes from.
  public sealed interface Sender {
    /// @param number E.164
    record FromNumber(String number) implements Sender {}

    /// @param sid of a messaging service, `MG…`
    record FromService(String sid) implements Sender {}
  }

  /// Where Twilio tells what became of a send.
  Optional<String> callback(SendId id) {
    return publicUrl.map(url -> url + "/webhooks/twilio/status?mid=" + id.value());
  }

  /// Where Twilio tells of texts that come in; empty: nowhere.
  Optional<String> incoming() {
    return publicUrl.map(url -> url + "/webhooks/twilio/sms");
  }

  /// Without the secret.
  @Override
  public String toString() {
    return "Twilio account " + accountSid + ", " + sender;
  }
}
