package dev.switchboard.functions.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.switchboard.Cases;
import dev.switchboard.Unavailable;
import dev.switchboard.contact.ContactIds;
import dev.switchboard.contact.Suppression;
import dev.switchboard.functions.Services;
import dev.switchboard.functions.aws.DynamoEngine;
import dev.switchboard.functions.send.ReportQueue.Told;
import dev.switchboard.price.Usd;
import dev.switchboard.send.Report;
import dev.switchboard.send.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What is told of a number alone finds whom it concerns, in whatever order it comes.
class TextsTest {

  @RegisterExtension private static final DynamoEngine engine = World.engine();

  private static void order(World world, String number) {
    world.orderAndWrite(
        "{'goal': 'appointment', 'leads': [{'id': 'x', 'phone': '%s', 'score': 9}]}"
            .formatted(number));
  }

  private static List<Suppression> suppressions(World world, String number) {
    var services = world.services();
    var id = ContactIds.of(services.owners().of(world.owner()), number);
    return services.contacts().find(world.owner(), id).orElseThrow().suppressions();
  }

  /// A word, and when it was first heard, in minutes.
  private record Word(String text, int minute) {

    void said(Services services, String number) {
      var at = World.MONDAY.plus(Duration.ofMinutes(minute));
      services.replies().texted(number, text, at);
    }
  }

  @Test
  void the_word_that_was_said_last_counts_however_they_come() {
    var world = new World(engine, "{}");
    Cases.check(
        30,
        random -> {
          var number = "+1212555%04d".formatted(100 + random.nextInt(100));
          order(world, number);
          var words = words(random);
          var services = world.services();
          heard(words, random).forEach(word -> word.said(services, number));

          var stopped = words.getLast().text().equals("STOP");
          assertEquals(stopped, !suppressions(world, number).isEmpty(), words.toString());
        });
  }

  /// Goes up from case to case: a number may come twice.
  private int minutes;

  private List<Word> words(Random random) {
    var words = new ArrayList<Word>();
    for (int i = 0; i < 1 + random.nextInt(5); i++)
      words.add(new Word(random.nextBoolean() ? "STOP" : "START", ++minutes));
    return words;
  }

  /// In any order, and some of them twice.
  private static List<Word> heard(List<Word> words, Random random) {
    var heard = new ArrayList<>(words);
    for (var word : words) if (random.nextBoolean()) heard.add(word);
    Collections.shuffle(heard, random);
    return heard;
  }

  @Test
  void a_stop_reaches_every_owner_who_knows_the_number_now_or_later() {
    var number = "+12125550210";
    var now = new World(engine, "{}");
    var later = new World(engine, "{}");
    order(now, number);

    now.services().replies().texted(number, "Stop", World.MONDAY);
    order(later, number);

    var stop =
        new Suppression(
            Optional.empty(),
            Optional.empty(),
            Suppression.Reason.OPT_OUT,
            "sms Stop",
            World.MONDAY);
    assertEquals(List.of(stop), suppressions(now, number));
    assertEquals(List.of(stop), suppressions(later, number));
    later.live();
    assertEquals(List.of(), later.calls());
  }

  @Test
  void a_call_that_was_not_set_up_is_found_by_its_number() {
    var number = "+12125550211";
    var world = new World(engine, "{'%s': {'voice_call': [{'reports': []}]}}".formatted(number));
    order(world, number);
    world.work();
    var call = world.sends(world.executions().getFirst()).getFirst();

    new Reports(world.services())
        .apply(failed(number, call.providerId().orElseThrow(), world.now()));

    assertEquals(State.NO_ANSWER, world.services().ledger().find(call.id()).orElseThrow().state());
  }

  @Test
  void a_call_that_nobody_made_is_waited_for_and_passed_by() {
    var world = new World(engine, "{}");
    var failed = failed("+12125550212", "conv_1", world.now());
    var reports = new Reports(world.services());

    assertThrows(Unavailable.class, () -> reports.apply(failed));
    world.advance(Duration.ofSeconds(15));
    reports.apply(failed);
  }

  private static Told failed(String number, String id, Instant at) {
    return Told.called(number, id, new Report(State.NO_ANSWER, "busy", Optional.<Usd>empty(), at));
  }
}
