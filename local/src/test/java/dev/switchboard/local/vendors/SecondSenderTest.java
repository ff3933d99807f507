package dev.switchboard.local.vendors;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.contact.Channel;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Where a second sender is set: it takes over what certainly reached nobody, and nothing else.
class SecondSenderTest {

  private static final Map<String, String> SECOND =
      Map.of("TWILIO_FROM_2", "+15005550016", "RESEND_FROM_2", "Acme <hello@two.acme.example>");

  /// What happens to the messages of one contact.
  private enum Trial {
    NOT_YOURS(Mishap.NOT_YOURS, Mishap.NONE),
    NOT_YOURS_EITHER(Mishap.NOT_YOURS, Mishap.NOT_YOURS),
    BUSY(Mishap.BUSY, Mishap.NONE),
    BUSY_AS_WELL(Mishap.BUSY, Mishap.BUSY),
    BAD_ADDRESS(Mishap.BAD_ADDRESS, Mishap.NONE),
    ERROR(Mishap.ERROR, Mishap.NONE),
    LOST(Mishap.LOST, Mishap.NONE),
    RESET(Mishap.RESET, Mishap.NONE),
    BROKEN(Mishap.BROKEN, Mishap.NONE),
    /// Twilio's alone.
    OPTED_OUT(Mishap.OPTED_OUT, Mishap.NONE),
    /// Taken, and a handset that is off until the next attempt. Twilio's alone.
    SWITCHED_OFF(Mishap.NONE, Mishap.NONE);

    private final Mishap first;
    private final Mishap second;

    Trial(Mishap first, Mishap second) {
      this.first = first;
      this.second = second;
    }

    private int number() {
      return List.of(values()).indexOf(this);
    }

    String phone() {
      return "+12125550%d".formatted(180 + number());
    }

    String email() {
      return "t%d@example.org".formatted(number());
    }

    static Stream<Trial> on(Channel channel) {
      var ofTwilio = Set.of(OPTED_OUT, SWITCHED_OFF);
      return Stream.of(values()).filter(it -> channel == Channel.SMS || !ofTwilio.contains(it));
    }

    static Trial of(Ask ask) {
      return Arrays.stream(values())
          .filter(it -> Set.of(it.phone(), it.email()).contains(ask.to()))
          .findFirst()
          .orElseThrow();
    }

    /// What becomes unclear does so once.
    Mishap mishap(Ask ask, int attempt) {
      if (SECOND.containsValue(ask.from())) return second;
      return first.taken() || first == Mishap.ERROR ? attempt == 1 ? first : Mishap.NONE : first;
    }
  }

  private static final class Fates implements Conduct {

    @Override
    public Mishap mishap(Ask ask, int attempt) {
      return Trial.of(ask).mishap(ask, attempt);
    }

    @Override
    public String ending(Ask ask, int take) {
      var off = Trial.of(ask) == Trial.SWITCHED_OFF && ask.channel() == Channel.SMS && take == 1;
      return off ? "undelivered 30003" : Conduct.good(ask.channel());
    }
  }

  private static Scene scene;
  private static String execution;

  @BeforeAll
  static void open() {
    scene = Scene.open(new Fates(), SECOND, 20261130);
    var texts =
        Trial.on(Channel.SMS)
            .map(it -> "{\"id\": \"sms %s\", \"phone\": \"%s\"}".formatted(it, it.phone()));
    var mails =
        Trial.on(Channel.EMAIL)
            .map(it -> "{\"id\": \"email %s\", \"email\": \"%s\"}".formatted(it, it.email()));
    var leads = Stream.concat(texts, mails).collect(joining(","));
    execution = scene.product().order("{\"goal\": \"nurture\", \"leads\": [%s]}".formatted(leads));
    scene.pass(Duration.ofMinutes(60), Duration.ofMinutes(5));
  }

  @AfterAll
  static void close() {
    scene.close();
  }

  @Test
  void a_text_goes_by_the_other_number_only_when_it_reached_nobody() {
    assertEquals(
        Map.ofEntries(
            Map.entry("NOT_YOURS", "by 1, 2: delivered, 0.05"),
            Map.entry("NOT_YOURS_EITHER", "by 1, 2: rejected, 0"),
            Map.entry("BUSY", "by 1, 1, 1, 2: delivered, 0.05"),
            Map.entry("BUSY_AS_WELL", "by 1, 1, 1, 2: rejected, 0"),
            Map.entry("BAD_ADDRESS", "by 1: rejected, 0"),
            Map.entry("ERROR", "by 1, 1: delivered, 0.05"),
            Map.entry("LOST", "by 1: delivered, 0.05"),
            Map.entry("RESET", "by 1: delivered, 0.05"),
            Map.entry("BROKEN", "by 1: delivered, 0.05"),
            Map.entry("OPTED_OUT", "by 1: suppressed, 0"),
            Map.entry("SWITCHED_OFF", "by 1, 1: delivered, 0.1")),
        told(Channel.SMS));
  }

  @Test
  void a_mail_goes_by_the_other_address_only_when_it_reached_nobody() {
    assertEquals(
        Map.ofEntries(
            Map.entry("NOT_YOURS", "by 1, 2: delivered, 0.02"),
            Map.entry("NOT_YOURS_EITHER", "by 1, 2: rejected, 0"),
            Map.entry("BUSY", "by 1, 1, 1, 2: delivered, 0.02"),
            Map.entry("BUSY_AS_WELL", "by 1, 1, 1, 2: rejected, 0"),
            Map.entry("BAD_ADDRESS", "by 1: rejected, 0"),
            Map.entry("ERROR", "by 1, 1: delivered, 0.02"),
            Map.entry("LOST", "by 1: delivered, 0.02"),
            Map.entry("RESET", "by 1: delivered, 0.02"),
            Map.entry("BROKEN", "by 1: delivered, 0.02")),
        told(Channel.EMAIL));
  }

  @Test
  void the_books_say_why_the_last_sender_was_the_last() {
    var send = send(Channel.SMS, Trial.BUSY_AS_WELL);

    assertEquals("not-taken", send.path("rule").asText());
    assertEquals("not taken after 4 attempts: no", send.path("because").asText());
    assertEquals(List.of(), scene.vendors().journal().wrong());
  }

  private static JsonNode send(Channel channel, Trial trial) {
    var lead = scene.product().lead(execution, channel.wire() + " " + trial);
    assertEquals(1, lead.path("sends").size(), lead.toString());
    return lead.path("sends").path(0);
  }

  /// By which senders each contact's message was tried, what came of it and what it cost.
  private static Map<String, String> told(Channel channel) {
    var told = new TreeMap<String, String>();
    for (var trial : Trial.on(channel).toList()) {
      var send = send(channel, trial);
      var by =
          scene.vendors().journal().asks().stream()
              .filter(ask -> ask.mid().equals(send.path("id").asText()))
              .map(ask -> SECOND.containsValue(ask.from()) ? "2" : "1")
              .collect(joining(", "));
      var end = send.path("state").asText() + ", " + send.path("cost").asText();
      told.put(trial.name(), "by " + by + ": " + end);
    }
    return told;
  }
}
