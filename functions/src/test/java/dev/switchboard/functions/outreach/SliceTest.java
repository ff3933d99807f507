package dev.switchboard.functions.outreach;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.switchboard.OwnerId;
import dev.switchboard.contact.Channel;
import dev.switchboard.contact.Clue;
import dev.switchboard.contact.Consent;
import dev.switchboard.contact.Contact;
import dev.switchboard.contact.ContactId;
import dev.switchboard.contact.Purpose;
import dev.switchboard.contact.Suppression;
import dev.switchboard.contact.Touch;
import dev.switchboard.contact.Verdict;
import dev.switchboard.functions.Json;
import dev.switchboard.price.Usd;
import dev.switchboard.send.Openings.Opening;
import dev.switchboard.send.PurposeId;
import dev.switchboard.send.Send;
import dev.switchboard.send.Step;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SliceTest {

  private static final Instant NOW = Instant.parse("2026-03-02T18:00:00.123Z");
  private static final OwnerId OWNER = new OwnerId("acme");
  private static final ContactId ANNE = new ContactId("anne-anne-anne-0");

  @Test
  void a_slice_is_read_back_as_it_was_written() {
    var unknown = Set.of("+12125550101", "anne@example.org");
    var slice = new Slice(List.of(anne()), Set.of(ANNE), unknown, sends());

    assertEquals(slice, Json.read(Json.text(slice), Slice.class));
  }

  private static Contact anne() {
    return new Contact(
        ANNE,
        Optional.of("Anne \"A|\" Émile"),
        Optional.of("+12125550101"),
        Optional.empty(),
        List.of(
            new Clue(
                Clue.Source.PHONE, "US-NY", Set.of(ZoneId.of("America/New_York")), Set.of("NY"))),
        List.of(new Consent(Optional.of(Channel.SMS), Consent.Kind.WRITTEN, "form", NOW)),
        List.of(
            new Suppression(
                Optional.empty(),
                Optional.of("+12125550101"),
                Suppression.Reason.BAD_NUMBER,
                "twilio",
                NOW)),
        List.of(new Touch("send-1", Channel.EMAIL, Purpose.MARKETING, NOW)),
        Map.of("execution-000001", NOW),
        List.of("execution-000001"),
        Set.of(),
        3);
  }

  private static List<Send> sends() {
    var opening = new Opening(OWNER, new PurposeId("execution-000001"), 3, NOW);
    var planned =
        Send.planned(
            opening.send(ANNE, 0),
            OWNER,
            Purpose.MARKETING,
            List.of(
                new Step(Channel.VOICE_CALL, "+12125550101", Usd.of("0.75"), Usd.of("1.00")),
                new Step(Channel.EMAIL, "anne@example.org", Usd.of("0.02"), Usd.of("0.02"))),
            Optional.of(Usd.of("1.20")),
            Map.of("lead", "lead-1", "name", "Anne"),
            NOW);
    return List.of(
        planned,
        planned.judged(new Verdict.Hold(NOW.plusSeconds(60), "quiet-hours", "It is night")));
  }
}
