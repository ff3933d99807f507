package dev.switchboard.functions.providers.resend;

import java.util.Optional;

/// How e-mail is sent.
///
/// @param apiKey secret; with full access, else unclear mails cannot be looked for
/// @param from `Acme <hello@acme.com>`, of a domain that Resend has verified
/// @param second address, of another domain, for what is refused because of the first; empty: none
/// @param perSecond requests a second that the team has
/// @param baseUrl `https://api.resend.com`
public record ResendSettings(
    String apiKey, String from, Optional<String> second, int perSecond, String baseUrl) {

  /// Without the secret.
  @Override
  public String toString() {
    return "Resend, from " + from;
  }
}
