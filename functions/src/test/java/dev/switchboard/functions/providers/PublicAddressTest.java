package dev.switchboard.functions.providers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchboard.functions.providers.Stub.Conduct;
import dev.switchboard.functions.providers.checkup.Diagnosis;
import dev.switchboard.functions.providers.checkup.PublicAddress;
import dev.switchboard.functions.providers.http.OneRequest;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PublicAddressTest {

  private static Diagnosis reached(Conduct conduct) {
    try (var stub = new Stub(conduct)) {
      return new PublicAddress(Optional.empty(), new OneRequest(Vendor.HASTY)).reached(stub.url());
    }
  }

  @Test
  void it_leads_here_where_our_own_health_answers() {
    assertTrue(
        reached(new Conduct.Reply(200, "", "{\"status\": \"up\"}")) instanceof Diagnosis.Works);
  }

  @Test
  void another_page_is_not_ours() {
    for (var reply :
        new Conduct[] {
          new Conduct.Reply(200, "", "<html>"),
          new Conduct.Reply(200, "", "{\"status\": \"ok\"}"),
          new Conduct.Reply(502, "", "{\"status\": \"up\"}")
        }) assertTrue(reached(reply).what().contains("leads elsewhere: GET /health answered"));
  }

  @Test
  void silence_is_told_with_what_to_do() {
    var told = reached(new Conduct.Silence());

    assertTrue(told.what().endsWith("does not answer: no whole answer within 1500 ms."));
    assertEquals(
        told.what() + " Start the product, and the tunnel or domain that leads to it.",
        told.line());
  }
}
