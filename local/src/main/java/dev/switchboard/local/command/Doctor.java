package dev.switchboard.local.command;

import dev.switchboard.contact.Channel;
import dev.switchboard.functions.providers.checkup.Diagnosis;
import dev.switchboard.functions.providers.checkup.Inquiry;
import dev.switchboard.functions.providers.checkup.PublicAddress;
import dev.switchboard.functions.providers.checkup.Question;
import dev.switchboard.functions.providers.checkup.Round;
import dev.switchboard.functions.providers.http.OneRequest;
import dev.switchboard.functions.providers.setup.Brand;
import dev.switchboard.functions.providers.setup.Checkups;
import dev.switchboard.functions.providers.setup.ProviderSettings;
import dev.switchboard.functions.providers.setup.Secrets;
import dev.switchboard.functions.providers.setup.Setup;
import dev.switchboard.functions.webhooks.Signatures;
import dev.switchboard.functions.webhooks.WebhookCheckup;
import dev.switchboard.local.sample.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Asks the providers as the variables set them up.
final class Doctor {

  /// Each question ends in four seconds by itself; a name that is not found may take longer.
  private static final Duration WITHIN = Duration.ofSeconds(15);

  private final OneRequest http = new OneRequest(Inquiry.LIMITS);
  private final Optional<String> publicUrl;
  private final ProviderSettings settings;
  private final Signatures signatures;

  Doctor(Map<String, String> variables) {
    this.publicUrl = Optional.ofNullable(variables.get("PUBLIC_URL")).filter(url -> !url.isBlank());
    this.settings = ProviderSettings.of(variables, publicUrl);
    this.signatures = new Signatures(Secrets.ofEnvironment(variables)::read, publicUrl);
  }

  /// @param about what of: `SMS by Twilio`
  record Finding(String about, Diagnosis diagnosis) {

    /// `missing SMS by Twilio: The account at Twilio is closed. …`
    String line() {
      var result =
          switch (diagnosis) {
            case Diagnosis.Works _ -> "ok";
            case Diagnosis.Missing _ -> "missing";
            case Diagnosis.CannotTell _ -> "cannot tell";
            case Diagnosis.NoAnswer _ -> "no answer";
          };
      return "%-12s %s: %s".formatted(result, about, diagnosis.line());
    }
  }

  private record Asked(String about, Question question) {}

  List<Finding> findings() {
    var all = new ArrayList<Asked>();
    if (!settings.real()) all.add(told("providers", "None is set up; the outbox carries all."));
    for (var channel : Channel.values()) all.addAll(of(channel));
    var address = new PublicAddress(publicUrl, http);
    new WebhookCheckup(settings, address, signatures)
        .questions(Instant.now())
        .forEach(question -> all.add(new Asked("webhooks", question)));
    return asked(all);
  }

  private List<Asked> of(Channel channel) {
    var brand = Brand.of(channel);
    var name = Words.channel(channel.wire());
    if (settings.of(channel) instanceof Setup.None<?>)
      return List.of(
          told(
              name,
              "The outbox stands in, and nobody is reached. For %s set %s; docs/providers.md says more."
                  .formatted(brand.title(), brand.needed())));
    return new Checkups(settings, http)
        .of(channel).stream().map(it -> new Asked(name + " by " + brand.title(), it)).toList();
  }

  private static Asked told(String about, String what) {
    return new Asked(about, () -> List.of(new Diagnosis.Works(what)));
  }

  /// In the order of the questions, each finding once.
  private static List<Finding> asked(List<Asked> all) {
    var answers =
        Round.of(
            all.stream().<Supplier<List<Diagnosis>>>map(it -> it.question()::ask).toList(), WITHIN);
    var findings = new ArrayList<Finding>();
    for (int i = 0; i < all.size(); i++) {
      var about = all.get(i).about();
      var silent = List.<Diagnosis>of(new Diagnosis.NoAnswer("There was none in time."));
      answers.get(i).value().orElse(silent).forEach(it -> findings.add(new Finding(about, it)));
    }
    return findings.stream().distinct().toList();
  }
}
