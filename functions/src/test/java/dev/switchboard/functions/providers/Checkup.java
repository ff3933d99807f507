package dev.switchboard.functions.providers;

import dev.switchboard.functions.providers.Stub.Conduct;
import dev.switchboard.functions.providers.checkup.Diagnosis;
import dev.switchboard.functions.providers.http.OneRequest;
import dev.switchboard.functions.providers.setup.Checkups;
import dev.switchboard.functions.providers.setup.ProviderSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Asks a vendor that behaves as it is told all its questions.
final class Checkup {

  private static final String ACCOUNT = "AC" + "0".repeat(32);
  private static final Map<String, String> SETTINGS =
      Map.ofEntries(
          Map.entry("TWILIO_ACCOUNT_SID", ACCOUNT),
          Map.entry("TWILIO_AUTH_TOKEN", "token"),
          Map.entry("TWILIO_FROM", "+15005550006"),
          Map.entry("RESEND_API_KEY", "re_key"),
          Map.entry("RESEND_FROM", "Acme <hi@Acme.com>"),
          Map.entry("ELEVENLABS_API_KEY", "xi-key"),
          Map.entry("ELEVENLABS_AGENT_ID", "agent-1"),
          Map.entry("ELEVENLABS_PHONE_NUMBER_ID", "phone-1"),
          Map.entry("VAPI_API_KEY", "vapi-key"),
          Map.entry("VAPI_ASSISTANT_ID", "assistant-1"),
          Map.entry("VAPI_PHONE_NUMBER_ID", "phone-2"));

  static List<Diagnosis> diagnoses(
      Vendor vendor, String url, Map<String, String> more, OneRequest.Limits limits) {
    var settings = new HashMap<>(SETTINGS);
    settings.put(vendor + "_BASE_URL", url);
    settings.putAll(more);
    var providers = ProviderSettings.of(settings, Optional.of("https://switchboard.example"));
    return new Checkups(providers, new OneRequest(limits))
        .of(vendor.channel).stream()
            .flatMap(question -> question.ask().stream())
            .distinct()
            .toList();
  }

  static List<Diagnosis> diagnoses(Vendor vendor, Conduct conduct, OneRequest.Limits limits) {
    try (var stub = new Stub(conduct)) {
      return diagnoses(vendor, stub.url(), Map.of(), limits);
    }
  }

  static List<Diagnosis> diagnoses(Vendor vendor, Conduct conduct) {
    return diagnoses(vendor, conduct, Map.of());
  }

  static List<Diagnosis> diagnoses(Vendor vendor, Conduct conduct, Map<String, String> more) {
    try (var stub = new Stub(conduct)) {
      return diagnoses(vendor, stub.url(), more, Vendor.HASTY);
    }
  }

  static List<Diagnosis> diagnoses(Vendor vendor, Map<String, String> bodies) {
    return diagnoses(vendor, new Conduct.Paths(bodies));
  }

  static List<String> lines(List<Diagnosis> diagnoses) {
    return diagnoses.stream().map(it -> it.getClass().getSimpleName() + ": " + it.what()).toList();
  }

  static List<String> lines(Vendor vendor, Map<String, String> bodies) {
    return lines(diagnoses(vendor, bodies));
  }

  private Checkup() {}
}
