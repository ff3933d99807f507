package dev.switchboard.outreach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.switchboard.contact.Channel;
import dev.switchboard.contact.Policy;
import dev.switchboard.outreach.OutreachSettings.Limits;
import dev.switchboard.outreach.OutreachSettings.Pace;
import dev.switchboard.outreach.OutreachSettings.Routing;
import dev.switchboard.outreach.OutreachSettings.Sender;
import dev.switchboard.outreach.OutreachSettings.Thresholds;
import dev.switchboard.price.Usd;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class OutreachSettingsTest {

  @Test
  void the_gate_gets_the_defaults() {
    assertEquals(
        new Policy(
            Policy.Mode.ENFORCE,
            Set.of(),
            3,
            Duration.ofDays(7),
            Duration.ofMinutes(30),
            Optional.empty()),
        OutreachSettings.DEFAULT.policy());
  }

  @Test
  void what_is_out_of_bounds_is_refused_with_rule_and_value() {
    refused("the call threshold is 1 to 10: 11", () -> new Thresholds(11, 5));
    refused(
        "the voicemail threshold is at most the call threshold 4: 5", () -> new Thresholds(4, 5));
    refused("the holdout share is 0 to 1: 1.5", () -> routing(1.5));
    refused("the holdout share is 0 to 1: NaN", () -> routing(Double.NaN));
    refused("the limit of an order is at least $0.00: $-1.00", () -> limits("-1"));
    refused(
        "company has 1 to 100 characters:  ", () -> new Sender(Optional.of(" "), Optional.empty()));
    refused("the attempt cap is 1 to 10: 0", () -> pace(0, Duration.ZERO));
    refused("the cool-down is PT0S to PT168H: PT-1S", () -> pace(1, Duration.ofSeconds(-1)));
    refused(
        "a rule compares with 1 to 100 characters: ",
        () -> new OwnerRule(OwnerRule.Trait.INDUSTRY, " ", Channel.EMAIL));
  }

  private static void refused(String message, Executable make) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, make).getMessage());
  }

  private static Routing routing(double holdout) {
    return new Routing(Thresholds.DEFAULT, List.of(), true, false, holdout);
  }

  private static Limits limits(String maxOrder) {
    return new Limits(Usd.of(maxOrder), Usd.ZERO);
  }

  private static Pace pace(int attemptCap, Duration coolDown) {
    return new Pace(
        3, Duration.ofDays(7), coolDown, attemptCap, Duration.ofHours(24), Optional.empty());
  }
}
