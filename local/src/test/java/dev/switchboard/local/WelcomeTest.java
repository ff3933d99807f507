package dev.switchboard.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.switchboard.functions.providers.setup.ProviderSettings;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WelcomeTest {

  private static ProviderSettings set(Map<String, String> values) {
    return ProviderSettings.of(values, Optional.empty());
  }

  @Test
  void without_a_provider_nothing_leaves() {
    var none = set(Map.of());

    assertEquals("Switchboard runs, on this machine only. Nothing leaves it.", Welcome.reach(none));
    assertEquals("the paid providers", Welcome.simulated(none));
  }

  @Test
  void with_providers_it_says_who_is_real_and_what_the_outbox_stands_in_for() {
    var two =
        set(
            Map.of(
                "RESEND_API_KEY", "re_key",
                "RESEND_FROM", "hi@acme.com",
                "VAPI_API_KEY", "key",
                "VAPI_ASSISTANT_ID", "assistant",
                "VAPI_PHONE_NUMBER_ID", "phone"));

    assertEquals(
        "Switchboard runs on this machine. Real, reaching people and costing money: voicemail"
            + " (Vapi), e-mail (Resend).",
        Welcome.reach(two));
    assertEquals("call, SMS", Welcome.simulated(two));
  }
}
