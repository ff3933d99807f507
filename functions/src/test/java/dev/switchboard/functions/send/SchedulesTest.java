package dev.switchboard.functions.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchboard.Cases;
import dev.switchboard.functions.Services;
import dev.switchboard.functions.aws.DynamoEngine;
import dev.switchboard.functions.send.Stage.Event;
import dev.switchboard.functions.send.Wire.First;
import dev.switchboard.functions.send.Wire.Post;
import dev.switchboard.send.Ledger;
import dev.switchboard.send.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Two workers, a webhook, deaths and time in every order, against a small model of what may follow
/// what.
class SchedulesTest {

  private static final int LENGTH = 6;

  /// What has happened before the six: nothing; a worker died with the claim, or after the request;
  /// the attempt has ended; what became of it is unclear, and nearly as old as it must be.
  private static final List<List<Event>> BEGINNINGS =
      List.of(
          List.of(),
          List.of(Event.FIRST, Event.FIRST, Event.FIRST_DIES, Event.TIME),
          List.of(Event.FIRST, Event.FIRST, Event.FIRST, Event.FIRST_DIES, Event.TIME),
          List.of(Event.FIRST, Event.FIRST, Event.FIRST, Event.FIRST, Event.TIME),
          List.of(
              Event.FIRST,
              Event.FIRST,
              Event.FIRST,
              Event.FIRST_DIES,
              Event.TIME,
              Event.FIRST,
              Event.FIRST,
              Event.TIME,
              Event.FIRST,
              Event.FIRST,
              Event.TIME));

  @RegisterExtension private static final DynamoEngine engine = World.engine();

  private static final World world = new World(engine, "");
  private static final Services base = world.services();

  @Test
  void in_every_order_of_six_events_nothing_is_sent_twice_and_everything_ends() {
    int count = 0;
    var ends = EnumSet.noneOf(State.class);
    for (var fate : First.values())
      for (var beginning : BEGINNINGS)
        count +=
            explore(
                () -> new Stage(base, fate, true),
                beginning,
                LENGTH,
                (stage, events) -> {
                  ended(stage, events);
                  ends.add(stage.send().state());
                });

    assertTrue(count > 50_000, "only " + count);
    assertEquals(EnumSet.of(State.DELIVERED, State.PARKED), ends);
  }

  @Test
  void in_long_random_orders_neither() {
    Cases.check(
        2_000,
        random -> {
          var fate = List.of(First.values()).get(random.nextInt(First.values().length));
          var stage = new Stage(base, fate, true);
          var events = new ArrayList<Event>();
          for (int i = 0; i < 24; i++) {
            var possible = List.copyOf(stage.possible());
            var event = possible.get(random.nextInt(possible.size()));
            events.add(event);
            stage.happen(event);
          }
          ended(stage, events);
        });
  }

  @Test
  void without_the_fence_a_double_send_is_found() {
    var doubles = new AtomicInteger();

    var count =
        explore(
            () -> new Stage(base, First.ACCEPTED, false),
            List.of(),
            LENGTH,
            (stage, _) -> {
              stage.end();
              if (stage.wire().taken().size() > 1) doubles.incrementAndGet();
            });

    assertTrue(doubles.get() > 0, "none in " + count);
  }

  /// Tries `happened` and every way in which it may go on.
  ///
  /// @return how many schedules there were
  private static int explore(
      Supplier<Stage> fresh, List<Event> happened, int left, BiConsumer<Stage, List<Event>> claim) {
    var stage = fresh.get();
    var different = true;
    for (var event : happened) different = stage.happen(event);
    var possible = stage.possible();
    claim.accept(stage, happened);
    world.messages().lose();
    // What made no difference is a shorter schedule.
    if (left == 0 || (!different && left < LENGTH)) return 1;
    int count = 1;
    for (var event : possible) {
      var next = new ArrayList<>(happened);
      next.add(event);
      count += explore(fresh, next, left - 1, claim);
    }
    return count;
  }

  private static void ended(Stage stage, List<Event> events) {
    stage.end();
    var posts = stage.wire().posts();
    var told = " in " + events + ": " + posts + "; " + stage.moves();
    assertTrue(stage.wire().taken().size() <= 1, () -> "sent twice" + told);
    var attempts = new HashSet<Integer>();
    for (var post : posts) {
      assertTrue(attempts.add(post.claim().attempts()), () -> "two requests of an attempt" + told);
      assertEquals(post.stored(), post.claim(), () -> "a claim that is another's by now" + told);
      assertEquals(State.ATTEMPTING, post.stored().state(), () -> "not claimed" + told);
    }
    for (var move : stage.moves())
      assertTrue(lawful(move, stage.wire()), () -> move + " is not in the model," + told);
    var expected =
        stage.wire().taken().isEmpty()
            ? EnumSet.of(State.PARKED, State.REJECTED)
            : EnumSet.of(State.DELIVERED);
    assertTrue(expected.contains(stage.send().state()), () -> "no such end" + told);
  }

  /// Whether the model knows that transition, given what the provider had when all was over.
  private static boolean lawful(Ledger.Move move, Wire wire) {
    if (move.to().version() != move.from().version() + 1) return false;
    boolean taken = !wire.taken().isEmpty();
    return switch (move.from().state()) {
      case PLANNED ->
          switch (move.to().state()) {
            case ATTEMPTING -> move.to().attempts() == move.from().attempts() + 1;
            case ACCEPTED, DELIVERED -> taken;
            default -> false;
          };
      case ATTEMPTING ->
          switch (move.to().state()) {
            case PLANNED, UNKNOWN -> true;
            case ACCEPTED, DELIVERED -> taken;
            default -> false;
          };
      case UNKNOWN ->
          switch (move.to().state()) {
            case UNKNOWN, PARKED -> true;
            case PLANNED -> absent(move, wire);
            case ACCEPTED, DELIVERED -> taken;
            default -> false;
          };
      case ACCEPTED -> Set.of(State.ACCEPTED, State.DELIVERED).contains(move.to().state());
      default -> false;
    };
  }

  /// Nothing was taken until then, and the last request is as old as a list has to be trusted.
  private static boolean absent(Ledger.Move move, Wire wire) {
    var planned = move.to().due().orElseThrow();
    return wire.posts().stream()
        .filter(post -> !post.at().isAfter(planned))
        .filter(post -> post.claim().attempts() <= move.from().attempts())
        .noneMatch(post -> post.taken() || young(post, planned));
  }

  private static boolean young(Post post, Instant planned) {
    return post.at().plus(Duration.ofMinutes(10)).isAfter(planned);
  }
}
