package dev.switchboard.functions.providers.resend;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.functions.providers.checkup.Diagnosis;
import dev.switchboard.functions.providers.checkup.Diagnosis.CannotTell;
import dev.switchboard.functions.providers.checkup.Diagnosis.Missing;
import dev.switchboard.functions.providers.checkup.Diagnosis.Works;
import dev.switchboard.functions.providers.checkup.Inquiry;
import dev.switchboard.functions.providers.checkup.Question;
import dev.switchboard.functions.providers.http.Answer.Answered;
import dev.switchboard.functions.providers.http.OneRequest;
import dev.switchboard.functions.providers.http.Verdicts;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/// What can be asked of Resend without cost: the domain that mails come from. The question is one
/// of the five a second that the team has.
public final class ResendCheckup {

  private static final String NAME = "Resend";
  private static final String KEY = "RESEND_API_KEY";

  /// Of Resend's own; what comes from it reaches nobody else.
  private static final String TRIAL = "resend.dev";

  private final ResendSettings settings;
  private final String domain;
  private final Inquiry inquiry;

  public ResendCheckup(ResendSettings settings, OneRequest http) {
    this.settings = settings;
    this.domain = domain(settings.from());
    this.inquiry =
        new Inquiry(
            new Inquiry.Vendor(NAME, KEY, this::own),
            http,
            Map.of("Authorization", "Bearer " + settings.apiKey(), "User-Agent", "switchboard"));
  }

  /// `Acme <hello@acme.com>` comes from `acme.com`.
  private static String domain(String from) {
    return from.substring(from.lastIndexOf('@') + 1)
        .replaceFirst(">.*$", "")
        .strip()
        .toLowerCase(Locale.ROOT);
  }

  private Optional<Diagnosis> own(Answered answered) {
    var name = Verdicts.text(answered.json(), "name").orElse("");
    if (name.equals("restricted_api_key"))
      return Optional.of(
          new CannotTell(
              "The key only sends, so that Resend does not say whether %s is verified, nor what"
                      .formatted(domain)
                  + " became of an unclear mail.",
              "Make a key with full access and set RESEND_API_KEY to it."));
    var wrong =
        name.equals("invalid_api_key") || Verdicts.message(answered.json()).contains("API key");
    return wrong ? Optional.of(Inquiry.wrongKey(NAME, KEY, answered)) : Optional.empty();
  }

  public List<Question> questions() {
    return List.of(this::domains);
  }

  private List<Diagnosis> domains() {
    return inquiry.ask(
        URI.create(settings.baseUrl() + "/domains?limit=100"),
        unknown(),
        list ->
            List.of(
                StreamSupport.stream(list.path("data").spliterator(), false)
                    .filter(one -> one.path("name").asText().equalsIgnoreCase(domain))
                    .findFirst()
                    .map(this::state)
                    .orElseGet(() -> absent(list))));
  }

  private Diagnosis state(JsonNode found) {
    var status = found.path("status").asText("unknown");
    if (!status.equals("verified"))
      return new Missing(
          "Resend has not verified the domain %s: it is %s.".formatted(domain, status),
          "Enter the records that Resend shows for it at whoever serves its DNS.");
    if (found.path("capabilities").path("sending").asText().equals("disabled"))
      return new Missing(
          "Resend does not send from the domain %s.".formatted(domain),
          "Turn sending on for it at Resend.");
    return new Works("Resend has verified the domain %s.".formatted(domain));
  }

  private Diagnosis absent(JsonNode list) {
    if (domain.equals(TRIAL))
      return new Missing(
          "Mails from resend.dev reach only the account's own address and Resend's test addresses.",
          "Have a domain of yours verified at Resend, and set RESEND_FROM to an address of it.");
    if (list.path("has_more").asBoolean())
      return new CannotTell(
          "The domain %s is not among the first 100 at Resend.".formatted(domain),
          "Look for it there.");
    return unknown();
  }

  private Missing unknown() {
    return new Missing(
        "Resend does not know the domain %s.".formatted(domain),
        "Add it there and have it verified, or set RESEND_FROM to an address of one that is.");
  }
}
