package dev.switchboard.functions.providers.resend;

/// How e-mail is sent.
///
/// @param apiKey secret; with full access, else unclear mails cannot be looked for
/// @param from `Acme <hello@acme.com>`, of a domain that Resend has verified
/// @param baseUrl `https://api.resend.com`
public record ResendSettings(String apiKey, String from, String baseUrl) {

  /// Without the secret.
  @Override
  public String toString() {
    return "Resend, from " + from;
  }
}
