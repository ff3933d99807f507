package dev.switchboard.local.vendors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.contact.Channel;
import dev.switchboard.send.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A mixed campaign over all four vendors, of whose answers every ninth goes wrong.
class VendorCampaignTest {

  private static final long SEED = 20261128;
  private static final int LEADS = 200;

  /// Most rounds of ten minutes until all must be over.
  private static final int ROUNDS = 30;

  /// Silence is rare: it takes eight seconds.
  private static final List<Mishap> MISHAPS =
      List.of(
          Mishap.BUSY,
          Mishap.ERROR,
          Mishap.LOST,
          Mishap.RESET,
          Mishap.BROKEN,
          Mishap.BUSY,
          Mishap.ERROR,
          Mishap.LOST,
          Mishap.RESET,
          Mishap.BROKEN,
          Mishap.SILENCE);

  private static final Weather WEATHER = new Weather();

  private static Scene scene;
  private static JsonNode execution;
  private static List<JsonNode> leads;

  /// What goes wrong at a first attempt, by address and channel.
  private static final class Weather implements Conduct {

    private final Set<Mishap> seen = ConcurrentHashMap.newKeySet();

    private static int roll(Ask ask, int salt) {
      var about = (ask.channel().wire() + ask.to()).hashCode();
      return new SplittableRandom(SEED + salt + 31L * about).nextInt(100);
    }

    @Override
    public Mishap mishap(Ask ask, int attempt) {
      var roll = roll(ask, 0);
      if (attempt > 1 || roll >= MISHAPS.size()) return Mishap.NONE;
      seen.add(MISHAPS.get(roll));
      return MISHAPS.get(roll);
    }

    @Override
    public String ending(Ask ask, int take) {
      var good = roll(ask, 1_000) < 70;
      if (good) return Conduct.good(ask.channel());
      return switch (ask.channel()) {
        case VOICE_CALL -> "busy";
        case VOICEMAIL -> "customer-did-not-answer";
        case SMS -> "undelivered 30006";
        case EMAIL -> "bounced";
      };
    }
  }

  @BeforeAll
  static void run() {
    scene = Scene.open(WEATHER, Map.of(), SEED);
    var body =
        IntStream.range(0, LEADS)
            .mapToObj(VendorCampaignTest::lead)
            .collect(Collectors.joining(",", "{\"goal\": \"appointment\", \"leads\": [", "]}"));
    var id = scene.product().order(body);
    for (int round = 0; round < ROUNDS && !over(id); round++)
      scene.pass(Duration.ofMinutes(10), Duration.ofMinutes(5));
    execution = scene.product().execution(id);
    leads = leads(id);
  }

  /// Of ten leads two have a call in store, three a voicemail, one a text and four a mail.
  private static String lead(int number) {
    var id = "v" + number;
    var phone = "\"phone\": \"+1212%d\"".formatted(2_000_000 + number);
    var email = "\"email\": \"%s@example.org\"".formatted(id);
    var reached =
        switch (number % 10) {
          case 0, 1 -> phone + ", " + email + ", \"score\": 9";
          case 2, 3, 4 -> phone + ", \"score\": 6";
          case 5 -> phone + ", \"score\": 2";
          default -> email;
        };
    return "{\"id\": \"%s\", %s}".formatted(id, reached);
  }

  private static boolean over(String id) {
    return scene.product().execution(id).path("status").asText().equals("completed");
  }

  private static List<JsonNode> leads(String id) {
    var found = new ArrayList<JsonNode>();
    var path = "/api/smart-send/" + id + "/leads?limit=100";
    var page = scene.product().get("manager", path).body();
    page.path("leads").forEach(found::add);
    while (page.path("next").isTextual()) {
      page = scene.product().get("manager", path + "&cursor=" + page.path("next").asText()).body();
      page.path("leads").forEach(found::add);
    }
    return found;
  }

  @AfterAll
  static void close() {
    scene.close();
  }

  @Test
  void no_vendor_takes_a_message_twice() {
    assertEquals(List.of(), scene.vendors().journal().twice());
    assertEquals(Set.copyOf(MISHAPS), WEATHER.seen);
  }

  @Test
  void nobody_is_lost() {
    var unfinished = new ArrayList<JsonNode>();
    for (var lead : leads) {
      var sends = lead.path("sends");
      var last = sends.path(sends.size() - 1).path("state").asText("planned");
      var state = State.ofWire(last);
      if (!state.settled() || state == State.PARKED) unfinished.add(lead);
    }

    assertEquals(LEADS, leads.size());
    assertEquals(List.of(), unfinished);
    assertEquals("completed", execution.path("status").asText());
  }

  @Test
  void vendors_ledger_and_api_count_the_same() {
    var sent = new TreeSet<String>();
    for (var lead : leads)
      for (var send : lead.path("sends"))
        if (State.ofWire(send.path("state").asText()).taken()) sent.add(send.path("id").asText());
    var told = new TreeMap<Channel, Long>();
    for (var channel : execution.path("by_channel"))
      if (channel.path("sends").asLong() > 0)
        told.put(
            Channel.ofWire(channel.path("channel").asText()).orElseThrow(),
            channel.path("sends").asLong());

    var journal = scene.vendors().journal();
    assertEquals(
        sent,
        journal.taken().stream()
            .map(it -> it.ask().mid())
            .collect(Collectors.toCollection(TreeSet::new)));
    assertEquals(journal.count(), told);
    assertEquals(EnumSet.allOf(Channel.class), journal.count().keySet());
  }

  @Test
  void every_request_is_what_its_vendor_documents() {
    assertEquals(List.of(), scene.vendors().journal().wrong());
    assertEquals(Set.of(200), scene.vendors().tunnel().answers().keySet());
  }
}
