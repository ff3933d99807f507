package dev.switchboard.contact;

import static dev.switchboard.contact.Asks.NOON;
import static dev.switchboard.contact.Asks.allowed;
import static dev.switchboard.contact.Asks.consenting;
import static dev.switchboard.contact.Asks.contact;
import static dev.switchboard.contact.Asks.listed;
import static dev.switchboard.contact.Asks.with;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.switchboard.contact.Verdict.Allow;
import dev.switchboard.contact.Verdict.Block;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ListingsTest {

  private static final Gate GATE = new Gate(Rules.shipped());
  private static final Instant LAST_YEAR = NOON.minus(Duration.ofDays(365));
  private static final Listing DNC =
      new Listing(Listing.Kind.DO_NOT_CALL, LAST_YEAR, "National Do Not Call Registry");
  private static final Listing REASSIGNED =
      new Listing(Listing.Kind.REASSIGNED, LAST_YEAR, "Reassigned Numbers Database");

  @Test
  void a_number_on_a_do_not_call_list_is_not_solicited_on_the_owners_word() {
    assertEquals(
        new Block(
            "dnc",
            "On a do-not-call list since 2025-03-04T17:00:00Z (National Do Not Call Registry),"
                + " and no written consent is recorded"),
        GATE.decide(listed(allowed(), DNC)));
  }

  @Test
  void written_consent_counts_against_a_list_and_a_weaker_one_does_not() {
    assertEquals(new Allow(), decide(DNC, Consent.Kind.WRITTEN, LAST_YEAR.minusSeconds(1)));
    assertEquals("dnc", rule(decide(DNC, Consent.Kind.EXPRESS, NOON)));
    assertEquals("dnc", rule(decide(DNC, Consent.Kind.REVOKED, NOON)));
  }

  @Test
  void a_reassigned_number_needs_consent_of_its_new_holder() {
    assertEquals("reassigned", rule(GATE.decide(listed(allowed(), REASSIGNED))));
    assertEquals("reassigned", rule(decide(REASSIGNED, Consent.Kind.WRITTEN, LAST_YEAR)));
    assertEquals(new Allow(), decide(REASSIGNED, Consent.Kind.WRITTEN, LAST_YEAR.plusSeconds(1)));
  }

  @Test
  void mail_is_nobodys_number_and_service_no_solicitation() {
    var both = listed(allowed(), DNC, REASSIGNED);

    assertEquals(new Allow(), GATE.decide(with(both, Channel.EMAIL, Purpose.MARKETING)));
    assertEquals(
        new Allow(), GATE.decide(with(listed(allowed(), DNC), Channel.SMS, Purpose.SERVICE)));
    assertEquals("reassigned", rule(GATE.decide(with(both, Channel.SMS, Purpose.SERVICE))));
  }

  private static Verdict decide(Listing listing, Consent.Kind kind, Instant at) {
    var consent = new Consent(Optional.empty(), kind, "web form", at);
    return GATE.decide(listed(with(allowed(), consenting(contact(), consent)), listing));
  }

  private static String rule(Verdict verdict) {
    return ((Block) verdict).rule();
  }
}
