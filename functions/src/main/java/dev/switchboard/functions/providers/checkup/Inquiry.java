package dev.switchboard.functions.providers.checkup;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.functions.providers.checkup.Diagnosis.CannotTell;
import dev.switchboard.functions.providers.checkup.Diagnosis.Missing;
import dev.switchboard.functions.providers.checkup.Diagnosis.NoAnswer;
import dev.switchboard.functions.providers.http.Answer.Answered;
import dev.switchboard.functions.providers.http.Answer.Lost;
import dev.switchboard.functions.providers.http.Answer.NotSent;
import dev.switchboard.functions.providers.http.OneRequest;
import dev.switchboard.functions.providers.http.Verdicts;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Asks one vendor for what it has of ours, and judges answers that every vendor means alike.
///
/// | answer | diagnosis |
/// | --- | --- |
/// | 2xx | what the asker reads in it; no answer when it is not JSON |
/// | 400, 404, 422 | it is not there: an id of the wrong form is refused, not looked for |
/// | 401, 403 | the key is missing, unless the vendor's own words say otherwise |
/// | 429 | cannot tell |
/// | other | no answer |
public final class Inquiry {

  /// So long a question may take: shorter than an attempt, for somebody waits for it.
  public static final OneRequest.Limits LIMITS =
      new OneRequest.Limits(Duration.ofSeconds(2), Duration.ofSeconds(3), 4 * 1024 * 1024);

  private final Vendor vendor;
  private final OneRequest http;
  private final Map<String, String> headers;

  /// Who is asked.
  ///
  /// @param name as a person knows it: `Twilio`
  /// @param keys names of the settings that prove who asks: `TWILIO_AUTH_TOKEN`
  /// @param own what the vendor's own refusals mean; empty where the status says all
  public record Vendor(String name, String keys, Function<Answered, Optional<Diagnosis>> own) {}

  /// @param headers of every question, the secret among them
  public Inquiry(Vendor vendor, OneRequest http, Map<String, String> headers) {
    this.vendor = vendor;
    this.http = http;
    this.headers = Map.copyOf(headers);
  }

  /// @param absent what it means that the vendor has nothing there
  /// @param read of a successful answer
  public List<Diagnosis> ask(URI uri, Diagnosis absent, Function<JsonNode, List<Diagnosis>> read) {
    return switch (http.get(uri, headers)) {
      case NotSent(var cause) -> List.of(silent(cause));
      case Lost(var cause) -> List.of(silent(cause));
      case Answered answered when answered.success() && answered.json().isContainerNode() ->
          read.apply(answered.json());
      case Answered answered when answered.success() ->
          List.of(new NoAnswer(vendor.name() + "'s answer cannot be read."));
      case Answered answered ->
          List.of(vendor.own().apply(answered).orElseGet(() -> refused(answered, absent)));
    };
  }

  private Diagnosis silent(String cause) {
    return new NoAnswer("%s did not answer: %s.".formatted(vendor.name(), cause));
  }

  private Diagnosis refused(Answered answered, Diagnosis absent) {
    var status = answered.status();
    return switch (status) {
      case 400, 404, 422 -> absent;
      case 401, 403 -> wrongKey(vendor.name(), vendor.keys(), answered);
      case 429 ->
          new CannotTell(
              vendor.name() + " was asked too often just now.", "Ask again in a minute.");
      default -> new NoAnswer("%s answered %d.".formatted(vendor.name(), status));
    };
  }

  /// That a vendor does not know who asks.
  public static Missing wrongKey(String name, String keys, Answered answered) {
    return new Missing(
        "%s does not take the key: %d, %s."
            .formatted(name, answered.status(), sentence(Verdicts.message(answered.json()))),
        "Set %s anew.".formatted(keys));
  }

  private static String sentence(String text) {
    return text.strip().replaceFirst("\\.$", "");
  }
}
