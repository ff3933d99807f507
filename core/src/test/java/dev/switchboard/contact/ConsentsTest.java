package dev.switchboard.contact;

import static dev.switchboard.contact.Asks.NOON;
import static dev.switchboard.contact.Asks.allowed;
import static dev.switchboard.contact.Asks.at;
import static dev.switchboard.contact.Asks.consenting;
import static dev.switchboard.contact.Asks.contact;
import static dev.switchboard.contact.Asks.policy;
import static dev.switchboard.contact.Asks.with;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.switchboard.contact.Policy.Mode;
import dev.switchboard.contact.Verdict.Allow;
import dev.switchboard.contact.Verdict.Block;
import dev.switchboard.contact.Verdict.Hold;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConsentsTest {

  private static final Gate GATE = new Gate(Rules.shipped());
  private static final Policy NOT_ATTESTED =
      new Policy(
          Mode.ENFORCE, Set.of(), 3, Duration.ofDays(7), Duration.ofHours(4), Optional.empty());

  @Test
  void marketing_over_the_phone_needs_written_consent_or_the_owners_attestation() {
    var rules =
        Map.of(
            Channel.VOICE_CALL, "ai-voice",
            Channel.VOICEMAIL, "ai-voice",
            Channel.SMS, "sms-consent");
    rules.forEach((channel, rule) -> {
      var ask = with(with(allowed(), NOT_ATTESTED), channel, Purpose.MARKETING);
      var said = consent(Optional.of(channel), Consent.Kind.EXPRESS, NOON);
      var written = consent(Optional.of(channel), Consent.Kind.WRITTEN, NOON);
      var forAll = consent(Optional.empty(), Consent.Kind.WRITTEN, NOON);
      var forMail = consent(Optional.of(Channel.EMAIL), Consent.Kind.WRITTEN, NOON);

      assertEquals(rule, rule(ask));
      assertEquals(rule, rule(with(ask, consenting(contact(), said))));
      assertEquals(rule, rule(with(ask, consenting(contact(), forMail))));
      assertEquals(new Allow(), GATE.decide(with(ask, consenting(contact(), written))));
      assertEquals(new Allow(), GATE.decide(with(ask, consenting(contact(), forAll))));
      assertEquals(new Allow(), GATE.decide(with(ask, policy(Mode.ENFORCE))));
    });
  }

  @Test
  void an_artificial_voice_needs_some_consent_for_every_purpose() {
    var ask = with(with(allowed(), NOT_ATTESTED), Channel.VOICE_CALL, Purpose.SERVICE);
    var said = consent(Optional.empty(), Consent.Kind.EXPRESS, NOON);

    assertEquals("ai-voice", rule(ask));
    assertEquals(new Allow(), GATE.decide(with(ask, consenting(contact(), said))));
    assertEquals(new Allow(), GATE.decide(with(ask, Channel.SMS, Purpose.SERVICE)));
  }

  @Test
  void a_marketing_mail_needs_no_consent() {
    var ask = with(with(allowed(), NOT_ATTESTED), Channel.EMAIL, Purpose.MARKETING);
    assertEquals(new Allow(), GATE.decide(ask));
  }

  @Test
  void the_latest_consent_counts_and_a_revocation_beats_attestation() {
    var given = consent(Optional.of(Channel.SMS), Consent.Kind.WRITTEN, NOON.minusSeconds(60));
    var takenBack = consent(Optional.empty(), Consent.Kind.REVOKED, NOON.minusSeconds(30));
    var givenAgain = consent(Optional.empty(), Consent.Kind.WRITTEN, NOON);
    var sameMoment = consent(Optional.empty(), Consent.Kind.REVOKED, NOON);

    assertEquals("sms-consent", rule(with(allowed(), consenting(contact(), takenBack, given))));
    assertEquals(
        new Allow(),
        GATE.decide(with(allowed(), consenting(contact(), given, takenBack, givenAgain))));
    assertEquals(
        "sms-consent", rule(with(allowed(), consenting(contact(), givenAgain, sameMoment))));
  }

  @Test
  void a_consent_of_tomorrow_does_not_count_today() {
    var tomorrow = consent(Optional.empty(), Consent.Kind.WRITTEN, NOON.plusSeconds(86_400));
    var ask = with(with(allowed(), NOT_ATTESTED), consenting(contact(), tomorrow));
    assertEquals("sms-consent", rule(ask));
  }

  @Test
  void a_revocation_of_tomorrow_counts_today() {
    var tomorrow = consent(Optional.empty(), Consent.Kind.REVOKED, NOON.plusSeconds(86_400));
    assertEquals("sms-consent", rule(with(allowed(), consenting(contact(), tomorrow))));
  }

  @Test
  void a_mail_honours_consent_taken_back() {
    var takenBack = consent(Optional.of(Channel.EMAIL), Consent.Kind.REVOKED, NOON);
    var ask = with(allowed(), consenting(contact(), takenBack));

    assertEquals("email", rule(with(ask, Channel.EMAIL, Purpose.MARKETING)));
    assertEquals(new Allow(), GATE.decide(ask));
  }

  private static Optional<String> objection(Verdict verdict) {
    return switch (verdict) {
      case Allow _ -> Optional.empty();
      case Hold(_, var rule, _) -> Optional.of(rule);
      case Block(var rule, _) -> Optional.of(rule);
    };
  }

  private static String rule(Ask ask) {
    return objection(GATE.decide(ask)).orElse("allowed");
  }

  private static Consent consent(Optional<Channel> channel, Consent.Kind kind, Instant at) {
    return new Consent(channel, kind, "web form", at);
  }
}
