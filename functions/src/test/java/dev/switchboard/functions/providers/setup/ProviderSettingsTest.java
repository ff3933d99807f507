package dev.switchboard.functions.providers.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchboard.functions.providers.resend.ResendSettings;
import dev.switchboard.functions.providers.twilio.TwilioSettings;
import dev.switchboard.functions.providers.twilio.TwilioSettings.Sender;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProviderSettingsTest {

  private static final String ACCOUNT = "AC" + "0".repeat(32);

  @Test
  void without_any_setting_nothing_is_real() {
    var none = settings(Map.of("PATH", "/bin", "RESEND_API_KEY", " "));

    assertEquals(new Setup.None<>(), none.resend());
    assertFalse(none.real());
    assertEquals(List.of(), none.problems());
  }

  @Test
  void with_all_settings_a_vendor_is_ready() {
    var all =
        settings(
            Map.of(
                "TWILIO_ACCOUNT_SID", ACCOUNT,
                "TWILIO_AUTH_TOKEN", "token\n",
                "TWILIO_FROM", "+15005550006",
                "TWILIO_FROM_2", "+15005550007",
                "RESEND_API_KEY", "re_1",
                "RESEND_FROM", "Acme <hi@acme.com>",
                "RESEND_MESSAGES_PER_SECOND", "2",
                "RESEND_BASE_URL", "http://127.0.0.1:4601/"));

    assertEquals(
        new Setup.Ready<>(
            new TwilioSettings(
                ACCOUNT,
                "token",
                new Sender.FromNumber("+15005550006"),
                Optional.of(new Sender.FromNumber("+15005550007")),
                Optional.of("https://switchboard.example"),
                1,
                "https://api.twilio.com")),
        all.twilio());
    assertEquals(
        new Setup.Ready<>(
            new ResendSettings(
                "re_1", "Acme <hi@acme.com>", Optional.empty(), 2, "http://127.0.0.1:4601")),
        all.resend());
    assertTrue(all.real());
  }

  @Test
  void with_some_settings_it_says_what_is_missing() {
    var half =
        settings(
            Map.of(
                "TWILIO_AUTH_TOKEN", "two words",
                "TWILIO_BASE_URL", "http://elsewhere.example",
                "VAPI_API_KEY", "key"));

    assertEquals(
        List.of(
            "TWILIO_ACCOUNT_SID is missing",
            "TWILIO_AUTH_TOKEN is malformed",
            "TWILIO_FROM is missing",
            "TWILIO_BASE_URL is not an https address",
            "VAPI_ASSISTANT_ID is missing",
            "VAPI_PHONE_NUMBER_ID is missing"),
        half.problems());
    assertTrue(half.real());
  }

  @Test
  void settings_do_not_show_their_secrets() {
    assertFalse(
        new ResendSettings("re_1", "hi@acme.com", Optional.empty(), 5, "https://x")
            .toString()
            .contains("re_1"));
  }

  private static ProviderSettings settings(Map<String, String> values) {
    return ProviderSettings.of(values, Optional.of("https://switchboard.example"));
  }
}
