package dev.switchboard.functions.aws;

import static dev.switchboard.functions.aws.Ports.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.switchboard.OwnerId;
import dev.switchboard.contact.Channel;
import dev.switchboard.decision.Decisions;
import dev.switchboard.decision.Decisions.Entry;
import dev.switchboard.decision.Decisions.Result;
import dev.switchboard.price.Usd;
import dev.switchboard.send.PurposeId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every store of decisions keeps to.
abstract class DecisionsContract {

  private final OwnerId owner = Ports.owner();
  private final PurposeId purpose = Ports.purpose();

  abstract Decisions decisions();

  @Test
  void they_are_read_in_the_order_they_were_taken_from_anywhere() {
    var entries = entries(173, 10);
    decisions().keep(owner, purpose, entries);

    for (var from : List.of(0, 1, 49, 50, 51, 99, 100, 172, 173, 400))
      for (var count : List.of(0, 1, 50, 73, 500))
        assertEquals(
            entries.subList(Math.min(from, 173), Math.min(from + count, 173)),
            decisions().read(owner, purpose, from, count),
            from + " " + count);
  }

  @Test
  void all_of_a_large_purpose_are_read_at_once() {
    // Many times the megabyte that one page of an answer holds.
    var entries = entries(5_000, 900);
    decisions().keep(owner, purpose, entries);

    assertEquals(entries, decisions().read(owner, purpose, 0, 5_000));
    assertEquals(entries.subList(3_333, 4_833), decisions().read(owner, purpose, 3_333, 1_500));
  }

  @Test
  void those_that_are_kept_stay_as_they_are() {
    decisions().keep(owner, purpose, entries(60, 10));
    decisions().keep(owner, purpose, entries(60, 20));

    assertEquals(entries(60, 10), decisions().read(owner, purpose, 0, 100));
  }

  @Test
  void another_owner_reads_nothing() {
    decisions().keep(owner, purpose, entries(3, 10));
    decisions().result(owner, purpose, result(1, "responded", 0));

    assertEquals(List.of(), decisions().read(Ports.owner(), purpose, 0, 10));
    assertEquals(List.of(), decisions().results(Ports.owner(), purpose));
  }

  @Test
  void the_first_result_of_a_kind_counts_for_each_contact() {
    decisions().result(owner, purpose, result(1, "responded", 0));
    decisions().result(owner, purpose, result(1, "responded", 60));
    decisions().result(owner, purpose, result(1, "converted", 90));
    decisions().result(owner, purpose, result(2, "responded", 30));

    assertEquals(
        Set.of(result(1, "responded", 0), result(1, "converted", 90), result(2, "responded", 30)),
        Set.copyOf(decisions().results(owner, purpose)));
    assertEquals(3, decisions().results(owner, purpose).size());
  }

  @Test
  void redacting_changes_what_is_said_of_those_only() {
    var entries = entries(120, 10);
    decisions().keep(owner, purpose, entries);
    Predicate<Entry> which = it -> it.contact().equals(Optional.of(Ports.contact(70)));
    decisions().redact(owner, purpose, which, "{}");

    var expected =
        entries.stream()
            .map(it -> which.test(it) ? new Entry("erased", it.contact(), "{}") : it)
            .toList();
    assertEquals(expected, decisions().read(owner, purpose, 0, 120));
  }

  private static List<Entry> entries(int count, int size) {
    return IntStream.range(0, count)
        .mapToObj(i ->
            new Entry(
                "lead-" + i,
                i % 10 == 9 ? Optional.empty() : Optional.of(Ports.contact(i)),
                "{\"because\":\"%s\"}".formatted("x".repeat(size))))
        .toList();
  }

  private static Result result(int contact, String kind, int seconds) {
    return new Result(
        Ports.contact(contact),
        kind,
        Optional.of(Channel.SMS),
        Optional.of(Usd.of("12.50")),
        NOW.plusSeconds(seconds));
  }
}
