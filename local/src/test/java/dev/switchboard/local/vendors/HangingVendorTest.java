package dev.switchboard.local.vendors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchboard.contact.Channel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// One of four vendors takes connections and never answers, for ten minutes.
class HangingVendorTest {

  private static final long SEED = 20261129;

  /// Of each channel in an order.
  private static final int EACH = 24;

  /// What the others take a second, so that an order takes them a while.
  private static final int PER_SECOND = 3;

  private static final Duration LONGEST = Duration.ofSeconds(60);

  /// What the hanging one takes at once.
  private static final int LINES = 10;

  private static final Set<Channel> OTHERS = Set.of(Channel.VOICE_CALL, Channel.SMS, Channel.EMAIL);

  private enum Health {
    WELL,
    /// No request is answered.
    HANGS,
    /// The same to whoever asks, but for the wait: nobody need sit through it each minute.
    HANGS_UP
  }

  private static volatile Health health = Health.WELL;

  private static final Conduct CONDUCT =
      new Conduct() {
        @Override
        public Mishap mishap(Ask ask, int attempt) {
          return look(ask.channel());
        }

        @Override
        public Mishap look(Channel channel) {
          if (channel != Channel.VOICEMAIL) return Mishap.NONE;
          return switch (health) {
            case WELL -> Mishap.NONE;
            case HANGS -> Mishap.SILENCE;
            case HANGS_UP -> Mishap.CUT;
          };
        }
      };

  private static Scene scene;
  private static int ordered;

  @BeforeAll
  static void open() {
    var rates =
        Map.of(
            "TWILIO_MESSAGES_PER_SECOND", "" + PER_SECOND,
            "RESEND_MESSAGES_PER_SECOND", "" + PER_SECOND,
            "VAPI_CALLS_AT_ONCE", "" + LINES);
    scene = Scene.open(CONDUCT, rates, SEED);
  }

  @AfterAll
  static void close() {
    scene.close();
  }

  @Test
  void the_others_keep_their_rate_and_what_waited_leaves_once_it_recovers() {
    var well = secondsForOthers();
    scene.pass(Duration.ofMinutes(5), Duration.ofMinutes(1));
    assertEquals(EACH, taken(Set.of(Channel.VOICEMAIL)));
    var threads = connections();

    health = Health.HANGS;
    var hanging = secondsForOthers();
    assertTrue(connections() <= threads + 2 * LINES, "threads: " + connections());
    scene.product().advance(Duration.ZERO);
    health = Health.HANGS_UP;
    scene.pass(Duration.ofMinutes(10), Duration.ofMinutes(1));

    System.out.printf("others: %.1f s, beside one that hangs %.1f s%n", well, hanging);
    assertTrue(hanging <= 1.75 * well, "%.1f s instead of %.1f s".formatted(hanging, well));
    assertEquals(EACH, taken(Set.of(Channel.VOICEMAIL)));
    assertEquals(threads, connections());

    health = Health.WELL;
    scene.pass(Duration.ofMinutes(30), Duration.ofMinutes(2));

    assertEquals(2L * EACH, taken(Set.of(Channel.VOICEMAIL)));
    assertEquals(List.of(), scene.vendors().journal().twice());
    assertEquals(0, scene.product().runtime().depth("SendsDeadLetters").all());
  }

  /// How long it takes until the others have all of an order.
  private static double secondsForOthers() {
    var before = taken(OTHERS);
    var began = System.nanoTime();
    var end = began + LONGEST.toNanos();
    order();
    while (taken(OTHERS) < before + (long) OTHERS.size() * EACH && System.nanoTime() < end)
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    return (System.nanoTime() - began) / 1e9;
  }

  private static void order() {
    var leads =
        IntStream.range(0, 4 * EACH)
            .mapToObj(number -> lead(ordered + number))
            .collect(Collectors.joining(",", "{\"goal\": \"appointment\", \"leads\": [", "]}"));
    ordered += 4 * EACH;
    var answer = scene.product().post("manager", "/api/smart-send", leads);
    assertEquals(202, answer.status(), answer.raw().body());
  }

  private static String lead(int number) {
    var phone = "\"phone\": \"+1212%d\"".formatted(2_000_000 + number);
    var reached =
        switch (number % 4) {
          case 0 -> phone + ", \"score\": 9";
          case 1 -> phone + ", \"score\": 6";
          case 2 -> phone + ", \"score\": 2";
          default -> "\"email\": \"h%d@example.org\"".formatted(number);
        };
    return "{\"id\": \"h%d\", %s}".formatted(number, reached);
  }

  private static long taken(Set<Channel> channels) {
    var count = scene.vendors().journal().count();
    return channels.stream().mapToLong(it -> count.getOrDefault(it, 0L)).sum();
  }

  /// Threads of requests to vendors: each has one for its connection.
  private static long connections() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.matches("HttpClient-.*-SelectorManager"))
        .count();
  }
}
