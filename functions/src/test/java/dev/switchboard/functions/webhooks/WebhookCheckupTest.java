package dev.switchboard.functions.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.switchboard.functions.providers.checkup.Diagnosis;
import dev.switchboard.functions.providers.checkup.PublicAddress;
import dev.switchboard.functions.providers.http.OneRequest;
import dev.switchboard.functions.providers.setup.ProviderSettings;
import dev.switchboard.functions.providers.setup.Secrets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WebhookCheckupTest {

  private static final Map<String, String> MAIL =
      Map.of("RESEND_API_KEY", "re_key", "RESEND_FROM", "hi@acme.com");
  private static final String UNHEARD =
      ": texts that come in, STOP among them, and complaints are not heard.";

  private static List<String> told(Map<String, String> more, Optional<String> url) {
    var values = new HashMap<>(more);
    var signatures = new Signatures(Secrets.ofEnvironment(values)::read, url);
    var address = new PublicAddress(url, OneRequest.bounded());
    return new WebhookCheckup(ProviderSettings.of(values, url), address, signatures)
        .questions(Instant.now()).stream()
            .flatMap(question -> question.ask().stream())
            .map(Diagnosis::what)
            .toList();
  }

  private static Map<String, String> mail(String secret) {
    var values = new HashMap<>(MAIL);
    values.put("RESEND_WEBHOOK_SECRET", secret);
    return values;
  }

  @Test
  void where_no_vendor_is_set_up_nothing_is_asked() {
    assertEquals(List.of(), told(Map.of("RESEND_API_KEY", "half"), Optional.empty()));
  }

  @Test
  void an_address_that_no_vendor_reaches_is_missing() {
    assertEquals(
        List.of(
            "PUBLIC_URL is not set" + UNHEARD,
            "RESEND_WEBHOOK_SECRET is missing: what Resend tells is refused, and has to be asked"
                + " for."),
        told(MAIL, Optional.empty()));
    assertEquals(
        List.of(
            "No vendor can reach PUBLIC_URL http://127.0.0.1:8787, which is not https" + UNHEARD,
            "What Resend tells is known by its signature."),
        told(mail("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"), Optional.of("http://127.0.0.1:8787")));
  }

  @Test
  void an_address_that_leads_nowhere_and_a_secret_that_is_none_are_told() {
    var nowhere = "https://127.0.0.1:9";

    assertEquals(
        List.of(
            "PUBLIC_URL https://127.0.0.1:9 does not answer: ConnectException.",
            "RESEND_WEBHOOK_SECRET is malformed: a secret of Svix is whsec_ and base64."),
        told(mail("whsec_!"), Optional.of(nowhere)));
    assertEquals(
        "PUBLIC_URL is no address.",
        told(MAIL, Optional.of("https://two words.example")).getFirst());
  }

  @Test
  void what_twilio_tells_is_signed_with_its_token() {
    var texts =
        Map.of(
            "TWILIO_ACCOUNT_SID", "AC" + "0".repeat(32),
            "TWILIO_AUTH_TOKEN", "token",
            "TWILIO_FROM", "+15005550006");

    assertEquals(
        "What Twilio tells is known by its signature.",
        told(texts, Optional.of("http://localhost")).getLast());
  }
}
