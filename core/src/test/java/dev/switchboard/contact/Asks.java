package dev.switchboard.contact;

import dev.switchboard.contact.Ask.ContentFacts;
import dev.switchboard.contact.Ask.Spend;
import dev.switchboard.contact.Policy.Mode;
import dev.switchboard.price.Usd;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Questions to the gate that differ from one that is allowed.
final class Asks {

  static final Instant NOON = Instant.parse("2026-03-04T17:00:00Z");
  static final String PHONE = "+12125550123";
  static final ZoneId EASTERN = ZoneId.of("America/New_York");
  static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");

  private Asks() {}

  static Clue clue(ZoneId zone, String state) {
    return new Clue(Clue.Source.PHONE, "US", Set.of(zone), Set.of(state));
  }

  /// A Wednesday noon in New York, a text by an owner who attests consent.
  static Ask allowed() {
    return new Ask(
        "this-send",
        "execution-1",
        Channel.SMS,
        Purpose.MARKETING,
        PHONE,
        contact(),
        List.of(),
        policy(Mode.ENFORCE),
        new Spend(Usd.of("0.05"), Optional.of(Usd.of("0.05"))),
        Optional.of(new ContentFacts(2, true, true, true)),
        NOON);
  }

  static Contact contact() {
    return new Contact(
        new ContactId("AAAAAAAAAAAAAAAA"),
        Optional.empty(),
        Optional.of(PHONE),
        Optional.of("sarah@example.com"),
        List.of(clue(EASTERN, "NY")),
        List.of(),
        List.of(),
        List.of(),
        Map.of(),
        List.of(),
        Set.of(),
        1);
  }

  static Policy policy(Mode mode) {
    return new Policy(
        mode,
        Set.of(Channel.VOICE_CALL, Channel.VOICEMAIL, Channel.SMS),
        3,
        Duration.ofDays(7),
        Duration.ofHours(4),
        Optional.of("1 Main Street"));
  }

  static Ask with(Ask ask, Channel channel, Purpose purpose) {
    return new Ask(
        ask.send(),
        ask.purposeId(),
        channel,
        purpose,
        ask.address(),
        ask.contact(),
        ask.listings(),
        ask.policy(),
        ask.spend(),
        ask.content(),
        ask.now());
  }

  static Ask with(Ask ask, Contact contact) {
    return new Ask(
        ask.send(),
        ask.purposeId(),
        ask.channel(),
        ask.purpose(),
        ask.address(),
        contact,
        ask.listings(),
        ask.policy(),
        ask.spend(),
        ask.content(),
        ask.now());
  }

  static Ask with(Ask ask, Policy policy) {
    return new Ask(
        ask.send(),
        ask.purposeId(),
        ask.channel(),
        ask.purpose(),
        ask.address(),
        ask.contact(),
        ask.listings(),
        policy,
        ask.spend(),
        ask.content(),
        ask.now());
  }

  static Ask with(Ask ask, Spend spend) {
    return new Ask(
        ask.send(),
        ask.purposeId(),
        ask.channel(),
        ask.purpose(),
        ask.address(),
        ask.contact(),
        ask.listings(),
        ask.policy(),
        spend,
        ask.content(),
        ask.now());
  }

  static Ask with(Ask ask, ContentFacts content) {
    return new Ask(
        ask.send(),
        ask.purposeId(),
        ask.channel(),
        ask.purpose(),
        ask.address(),
        ask.contact(),
        ask.listings(),
        ask.policy(),
        ask.spend(),
        Optional.of(content),
        ask.now());
  }

  /// The same question before there is a text.
  static Ask planned(Ask ask) {
    return new Ask(
        "",
        ask.purposeId(),
        ask.channel(),
        ask.purpose(),
        ask.address(),
        ask.contact(),
        ask.listings(),
        ask.policy(),
        ask.spend(),
        Optional.empty(),
        ask.now());
  }

  static Ask at(Ask ask, Instant now) {
    return new Ask(
        ask.send(),
        ask.purposeId(),
        ask.channel(),
        ask.purpose(),
        ask.address(),
        ask.contact(),
        ask.listings(),
        ask.policy(),
        ask.spend(),
        ask.content(),
        now);
  }

  static Ask listed(Ask ask, Listing... listings) {
    return new Ask(
        ask.send(),
        ask.purposeId(),
        ask.channel(),
        ask.purpose(),
        ask.address(),
        ask.contact(),
        List.of(listings),
        ask.policy(),
        ask.spend(),
        ask.content(),
        ask.now());
  }

  static Contact clued(Contact contact, Clue... clues) {
    return new Contact(
        contact.id(),
        contact.name(),
        contact.phone(),
        contact.email(),
        List.of(clues),
        contact.consents(),
        contact.suppressions(),
        contact.touches(),
        contact.responses(),
        contact.purposes(),
        contact.others(),
        contact.version());
  }

  static Contact consenting(Contact contact, Consent... consents) {
    return new Contact(
        contact.id(),
        contact.name(),
        contact.phone(),
        contact.email(),
        contact.clues(),
        List.of(consents),
        contact.suppressions(),
        contact.touches(),
        contact.responses(),
        contact.purposes(),
        contact.others(),
        contact.version());
  }

  static Contact suppressed(Contact contact, Suppression... suppressions) {
    return new Contact(
        contact.id(),
        contact.name(),
        contact.phone(),
        contact.email(),
        contact.clues(),
        contact.consents(),
        List.of(suppressions),
        contact.touches(),
        contact.responses(),
        contact.purposes(),
        contact.others(),
        contact.version());
  }

  static Contact touched(Contact contact, Touch... touches) {
    return new Contact(
        contact.id(),
        contact.name(),
        contact.phone(),
        contact.email(),
        contact.clues(),
        contact.consents(),
        contact.suppressions(),
        List.of(touches),
        contact.responses(),
        contact.purposes(),
        contact.others(),
        contact.version());
  }

  static Contact responded(Contact contact, String purposeId, Instant at) {
    return new Contact(
        contact.id(),
        contact.name(),
        contact.phone(),
        contact.email(),
        contact.clues(),
        contact.consents(),
        contact.suppressions(),
        contact.touches(),
        Map.of(purposeId, at),
        contact.purposes(),
        contact.others(),
        contact.version());
  }
}
