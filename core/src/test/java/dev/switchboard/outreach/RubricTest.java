package dev.switchboard.outreach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RubricTest {

  @Test
  void who_decides_and_asked_is_worth_most() {
    assertEquals(
        new Scoring(
            Optional.of(new LeadScore(10)),
            Scoring.Basis.QUALIFIED,
            List.of(
                "role VP Sales +3",
                "engagement 12 +3",
                "source referral +2",
                "company mail address +1",
                "company given +1")),
        qualify("a@acme.com", "VP Sales", "referral", 12, "Acme"));
  }

  @Test
  void a_bought_address_without_interest_is_worth_least() {
    assertEquals(
        Optional.of(new LeadScore(1)), qualify("a@gmail.com", "", "purchased list", 0, "").score());
  }

  @Test
  void address_and_company_alone_say_nothing() {
    assertEquals(
        Scoring.none("not enough data for a score"), qualify("a@acme.com", "", "", -1, "Acme"));
    assertEquals(Scoring.Basis.NONE, qualify("", "Founder", "", -1, "").basis());
  }

  @Test
  void a_role_is_read_by_words() {
    assertEquals(score("Head of Growth"), score("co-founder & CEO"));
    assertTrue(score("Head of Growth") > score("Account Manager"));
    assertTrue(score("Account Manager") > score("Accountant"));
    assertEquals(score("Accountant"), score("Headhunter"));
  }

  private static int score(String role) {
    return qualify("a@acme.com", role, "", -1, "").score().orElseThrow().value();
  }

  /// @param engagement -1 for none
  private static Scoring qualify(
      String email, String role, String source, int engagement, String company) {
    var traits =
        new Lead.Traits(
            Optional.empty(),
            given(role),
            given(company),
            given(source),
            Optional.of(engagement).filter(count -> count >= 0),
            Optional.empty(),
            Optional.empty());
    return new Rubric().qualify(Leads.lead("a", "", email, 0, traits));
  }

  private static Optional<String> given(String text) {
    return Optional.of(text).filter(value -> !value.isEmpty());
  }
}
