package dev.switchboard.outreach;

import static dev.switchboard.outreach.Leads.lead;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchboard.Cases;
import dev.switchboard.contact.Channel;
import dev.switchboard.contact.Consent;
import dev.switchboard.contact.Consent.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DuplicatesTest {

  @Test
  void leads_that_share_an_address_through_others_are_one() {
    var leads =
        List.of(
            lead("a", "+1", "", 3),
            lead("other", "+9", "", 3),
            lead("b", "", "x@y.z", 9),
            lead("c", "+1", "x@y.z", 5));

    assertArrayEquals(new int[] {0, 1, 0, 0}, Duplicates.firsts(leads));
  }

  @Test
  void the_first_stays_and_is_filled_up() {
    var leads = List.of(lead("a", "+1", "", 3), lead("b", "+1", "x@y.z", 9));

    var plan = Leads.plan(Leads.order(Goal.NURTURE, leads.toArray(Lead[]::new)));

    var first = plan.decisions().getFirst();
    assertEquals(Optional.of("x@y.z"), first.lead().email());
    assertEquals(Optional.of(new LeadScore(9)), first.lead().score());
    assertEquals(List.of("merged with lead b"), first.remarks());
    assertEquals(Optional.of("a"), plan.decisions().get(1).duplicateOf());
    assertEquals(Decision.Status.DUPLICATE, plan.decisions().get(1).status());
    assertEquals(1, plan.totals().sentTo());
  }

  @Test
  void a_consent_counts_for_the_address_it_came_with_and_a_revocation_for_all() {
    var written = consent(Optional.empty(), Kind.WRITTEN);
    var voice = consent(Optional.of(Channel.VOICE_CALL), Kind.WRITTEN);
    var revoked = consent(Optional.of(Channel.SMS), Kind.REVOKED);
    var leads =
        List.of(
            lead("a", "+1", "x@y.z", 3),
            with(lead("b", "+2", "x@y.z", 3), written, voice, revoked));

    var merged = Duplicates.merged(leads, Duplicates.firsts(leads)).get(0);

    assertEquals(
        List.of(consent(Optional.of(Channel.EMAIL), Kind.WRITTEN), revoked), merged.consents());
  }

  @Test
  void no_address_is_left_in_two_leads() {
    Cases.check(
        1_000,
        random -> {
          var leads = new ArrayList<Lead>();
          for (int i = random.nextInt(1, 12); i > 0; i--)
            leads.add(
                lead(
                    "lead" + i,
                    random.nextBoolean() ? "+" + random.nextInt(6) : "",
                    random.nextBoolean() ? random.nextInt(6) + "@y.z" : "",
                    0));
          var firsts = Duplicates.firsts(leads);
          for (int i = 0; i < firsts.length; i++) {
            assertTrue(firsts[i] <= i);
            assertEquals(firsts[i], firsts[firsts[i]]);
            for (int j = 0; j < i; j++)
              if (shares(leads.get(i), leads.get(j))) assertEquals(firsts[i], firsts[j]);
          }
        });
  }

  private static boolean shares(Lead a, Lead b) {
    return (a.phone().isPresent() && a.phone().equals(b.phone()))
        || (a.email().isPresent() && a.email().equals(b.email()));
  }

  private static Consent consent(Optional<Channel> channel, Kind kind) {
    return new Consent(channel, kind, "web form", Leads.NOW);
  }

  private static Lead with(Lead lead, Consent... consents) {
    return new Lead(
        lead.id(),
        lead.name(),
        lead.phone(),
        lead.email(),
        lead.score(),
        lead.traits(),
        List.of(consents),
        lead.clues(),
        lead.remarks());
  }
}
