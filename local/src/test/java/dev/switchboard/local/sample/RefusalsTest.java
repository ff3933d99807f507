package dev.switchboard.local.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.functions.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefusalsTest {

  @Test
  void blocked_leads_are_counted_by_reason_and_the_most_frequent_comes_first() {
    var noPhone = down("sms", "contactability", "no valid phone number");
    var noAddress = down("email", "compliance", "The owner has no postal address for the e-mail");
    var optedOut = down("email", "compliance", "The contact opted out");

    assertEquals(
        List.of(
            "",
            "  Why leads are blocked:",
            "       2  no e-mail: The owner has no postal address for the e-mail",
            "       1  no e-mail: The contact opted out",
            "  PUT /api/smart-send/settings says who the owner is and what consent there is."),
        lines(
            lead("blocked", optedOut),
            lead("blocked", noPhone + "," + noAddress),
            lead("accepted", noPhone),
            lead("blocked", noAddress)));
  }

  @Test
  void where_nobody_is_blocked_nothing_is_said() {
    assertEquals(List.of(), lines(lead("accepted", ""), lead("duplicate", "")));
  }

  private static List<String> lines(String... leads) {
    return Refusals.lines(
        Json.read("{\"leads\": [%s]}".formatted(String.join(",", leads)), JsonNode.class));
  }

  private static String lead(String status, String turnedDown) {
    return "{\"status\": \"%s\", \"decision\": {\"turned_down\": [%s]}}"
        .formatted(status, turnedDown);
  }

  private static String down(String channel, String reason, String because) {
    return "{\"channel\": \"%s\", \"reason\": \"%s\", \"because\": \"%s\"}"
        .formatted(channel, reason, because);
  }
}
