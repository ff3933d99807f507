package dev.switchboard.outreach;

import dev.switchboard.contact.Channel;
import dev.switchboard.contact.Verdict;
import dev.switchboard.price.Usd;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// Leads and orders for tests.
final class Leads {

  static final Instant NOW = Instant.parse("2026-11-18T18:00:00Z");
  static final Contactability ANYBODY = (_, _) -> new Verdict.Allow();

  private Leads() {}

  static Lead lead(String id, String phone, String email, int score) {
    return lead(id, phone, email, score, Lead.Traits.NONE);
  }

  /// @param phone empty text for none, as for `email`
  /// @param score 0 for none
  static Lead lead(String id, String phone, String email, int score, Lead.Traits traits) {
    return new Lead(
        id,
        Optional.of(id),
        Optional.of(phone).filter(given -> !given.isEmpty()),
        Optional.of(email).filter(given -> !given.isEmpty()),
        score == 0 ? Optional.empty() : Optional.of(new LeadScore(score)),
        traits,
        List.of(),
        List.of(),
        List.of());
  }

  static Lead.Traits industry(String industry) {
    return traits(Optional.of(industry), Optional.empty());
  }

  static Lead.Traits traits(Optional<String> industry, Optional<String> role) {
    return new Lead.Traits(
        industry,
        role,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static Order order(Goal goal, Lead... leads) {
    return order(goal, List.of(leads), Optional.empty(), Optional.empty());
  }

  static Order order(Goal goal, List<Lead> leads, Optional<Usd> perLead, Optional<Usd> total) {
    return new Order(
        Optional.empty(),
        leads,
        goal,
        Optional.empty(),
        Map.of(),
        perLead,
        total,
        false,
        false,
        true);
  }

  static Plan plan(Order order) {
    return plan(order, OutreachSettings.DEFAULT, ANYBODY);
  }

  static Plan plan(Order order, OutreachSettings settings, Contactability contactability) {
    return Planner.DEFAULT.plan(order, settings, contactability, "execution-1", NOW);
  }

  static OutreachSettings settings(OutreachSettings.Routing routing) {
    var given = OutreachSettings.DEFAULT;
    return new OutreachSettings(
        given.sender(),
        routing,
        given.pace(),
        given.limits(),
        given.attested(),
        given.quietDays(),
        given.mode(),
        given.review(),
        given.sample());
  }

  static OutreachSettings rules(OwnerRule... rules) {
    return settings(
        new OutreachSettings.Routing(
            OutreachSettings.Thresholds.DEFAULT, List.of(rules), true, false, 0));
  }

  /// A lead of mixed quality with its own addresses.
  static Lead any(Random random, int number) {
    var phone = random.nextInt(4) > 0 ? "+1212555%04d".formatted(number) : "";
    var email = random.nextInt(4) > 0 ? "lead%d@example.com".formatted(number) : "";
    var traits =
        traits(
            Optional.of("enterprise").filter(_ -> random.nextInt(5) == 0),
            Optional.of("Founder").filter(_ -> random.nextInt(5) == 0));
    return lead("lead-" + number, phone, email, random.nextInt(11), traits);
  }

  /// Blocks or holds some channels, the same ones each time it is asked.
  static Contactability any(long seed) {
    return (lead, channel) ->
        switch (new Random(seed * 31 + lead.id().hashCode() * 7L + channel.wire().hashCode())
            .nextInt(5)) {
          case 0 -> new Verdict.Block("test-block", "not allowed");
          case 1 -> new Verdict.Hold(NOW.plusSeconds(3600), "test-hold", "too late");
          default -> new Verdict.Allow();
        };
  }

  static List<Channel> channels(String... wires) {
    return List.of(wires).stream().map(wire -> Channel.ofWire(wire).orElseThrow()).toList();
  }

  static <T> T pick(T[] values, Random random) {
    return values[random.nextInt(values.length)];
  }
}
