package dev.switchboard.functions.webhooks;

import dev.switchboard.functions.providers.checkup.PublicAddress;
import dev.switchboard.functions.providers.checkup.Question;
import dev.switchboard.functions.providers.setup.ProviderSettings;
import dev.switchboard.functions.providers.setup.Setup;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Whether what vendors tell can come in: our address, and each one's secret.
public record WebhookCheckup(
    ProviderSettings settings, PublicAddress address, Signatures signatures) {

  /// @param now real time
  /// @return none where no vendor is set up
  public List<Question> questions(Instant now) {
    var vendors =
        Arrays.stream(Vendor.values())
            .filter(it -> settings.of(it.brand().channel()) instanceof Setup.Ready<?>)
            .toList();
    var questions = new ArrayList<Question>();
    if (vendors.isEmpty()) return questions;
    questions.add(address);
    vendors.forEach(it -> questions.add(() -> List.of(signatures.diagnosis(it, now))));
    return questions;
  }
}
