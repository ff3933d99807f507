package dev.switchboard.functions.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.switchboard.contact.ContactId;
import dev.switchboard.send.PurposeId;
import dev.switchboard.send.SendId;
import dev.switchboard.send.Summaries;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoSummariesTest {

  @RegisterExtension private static final DynamoEngine engine = new DynamoEngine("Sends");

  private final Summaries summaries = new DynamoSummaries(new Table(engine.client(), "Sends"));
  private final SendId one = send(0);
  private final SendId other = send(1);

  private static SendId send(int step) {
    return SendId.of(
        Ports.owner(),
        new PurposeId("purposepurposepu"),
        0,
        new ContactId("contactcontactco"),
        step);
  }

  @Test
  void the_last_one_kept_is_found() {
    summaries.keep(one, "Wants a call.");
    summaries.keep(one, "  Booked Tuesday. ");

    assertEquals(Map.of(one, "Booked Tuesday."), summaries.of(List.of(one, other, one)));
  }

  @Test
  void a_blank_one_is_none() {
    summaries.keep(one, "Booked Tuesday.");
    summaries.keep(one, " ");

    assertEquals(Map.of(), summaries.of(List.of(one)));
  }

  @Test
  void what_is_forgotten_is_gone() {
    summaries.keep(one, "Booked Tuesday.");
    summaries.forget(one);
    summaries.forget(other);

    assertEquals(Map.of(), summaries.of(List.of(one, other)));
  }

  @Test
  void a_long_one_is_cut_between_two_characters() {
    summaries.keep(one, "x".repeat(998) + "🙂🙂");
    summaries.keep(other, "x".repeat(1_000));

    assertEquals(
        Map.of(one, "x".repeat(998) + "…", other, "x".repeat(1_000)),
        summaries.of(List.of(one, other)));
  }
}
