package dev.switchboard.functions.aws;

import static dev.switchboard.functions.aws.Ports.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchboard.Cases;
import dev.switchboard.OwnerId;
import dev.switchboard.send.Openings;
import dev.switchboard.send.Openings.Marker;
import dev.switchboard.send.Openings.Opening;
import dev.switchboard.send.PurposeId;
import dev.switchboard.send.Send;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every store of openings keeps to.
abstract class OpeningsContract {

  private static final Instant LATER = NOW.plusSeconds(3_600);

  private final OwnerId owner = Ports.owner();
  private final PurposeId purpose = Ports.purpose();
  private final Opening opening = new Opening(owner, purpose, 12, NOW);

  abstract Openings openings();

  @Test
  void all_shards_of_an_open_purpose_are_due_at_once_and_in_order() {
    openings().open(opening);

    assertEquals(Optional.of(opening), openings().find(owner, purpose));
    assertTrue(openings().all().contains(opening));
    assertEquals(
        IntStream.range(0, 12).mapToObj(shard -> new Marker(shard, Optional.of(NOW), 1)).toList(),
        openings().markers(opening));
  }

  @Test
  void opening_twice_is_opening_once() {
    openings().open(opening);
    looked(Optional.of(LATER));
    openings().open(new Opening(owner, purpose, 12, LATER));

    assertEquals(Optional.of(opening), openings().find(owner, purpose));
    assertEquals(1, openings().all().stream().filter(opening::equals).count());
    assertTrue(
        openings().markers(opening).stream().allMatch(it -> it.due().equals(Optional.of(LATER))));
  }

  @Test
  void another_owner_does_not_find_it() {
    openings().open(opening);

    assertEquals(Optional.empty(), openings().find(Ports.owner(), purpose));
  }

  @Test
  void waking_lowers_a_marker_and_never_raises_it() {
    openings().open(opening);
    looked(Optional.of(LATER));

    openings().wake(send(4), NOW.plusSeconds(60));
    openings().wake(send(4), NOW.plusSeconds(120));

    assertEquals(Optional.of(NOW.plusSeconds(60)), openings().markers(opening).get(4).due());
    assertEquals(Optional.of(LATER), openings().markers(opening).get(5).due());
  }

  @Test
  void a_marker_that_says_never_is_woken_too() {
    openings().open(opening);
    looked(Optional.empty());

    openings().wake(send(4), LATER);

    assertEquals(Optional.of(LATER), openings().markers(opening).get(4).due());
  }

  @Test
  void a_look_that_began_before_a_wake_changes_nothing() {
    openings().open(opening);
    var seen = openings().markers(opening).get(4);
    // The sweeper has read the marker, and reads the shard; meanwhile something is planned there.
    openings().wake(send(4), NOW.plusSeconds(60));

    openings().looked(opening, seen, Optional.empty());

    assertEquals(Optional.of(NOW), openings().markers(opening).get(4).due());
  }

  @Test
  void a_purpose_is_closed_once_and_for_nobody_else() {
    var other = new Opening(owner, Ports.purpose(), 2, NOW);
    openings().open(opening);
    openings().open(other);
    looked(Optional.empty());

    assertTrue(openings().close(opening, openings().markers(opening)));

    assertEquals(Optional.empty(), openings().find(owner, purpose));
    assertFalse(openings().all().contains(opening));
    assertTrue(openings().all().contains(other));
  }

  @Test
  void a_purpose_that_was_woken_since_the_markers_were_read_stays_open() {
    openings().open(opening);
    looked(Optional.empty());
    var markers = openings().markers(opening);

    openings().wake(send(11), LATER);

    assertFalse(openings().close(opening, markers));
    assertEquals(Optional.of(opening), openings().find(owner, purpose));
    assertEquals(Optional.of(LATER), openings().markers(opening).get(11).due());
  }

  @Test
  void a_late_wake_opens_a_closed_purpose_again() {
    openings().open(opening);
    looked(Optional.empty());
    openings().close(opening, openings().markers(opening));

    openings().wake(send(4), LATER);

    assertEquals(
        Optional.of(new Opening(owner, purpose, 12, LATER)), openings().find(owner, purpose));
    assertEquals(Optional.of(LATER), openings().markers(opening).get(4).due());
  }

  @Test
  void a_wake_that_died_before_it_opened_the_purpose_is_mended_by_the_next() {
    openings().open(opening);
    looked(Optional.empty());
    openings().close(opening, openings().markers(opening));
    openings().wake(send(4), NOW);
    // As if the wake had stopped halfway: the marker is lowered, and nobody looks at it.
    openings().close(opening, openings().markers(opening));

    openings().wake(send(4), LATER);

    assertTrue(openings().find(owner, purpose).isPresent());
  }

  @Test
  void whatever_the_order_of_wakes_and_looks_no_wake_is_lost() {
    var shards = new Opening(owner, purpose, 1, NOW);
    openings().open(shards);
    Cases.check(
        60,
        random -> {
          var before = openings().markers(shards);
          var due = NOW.plusSeconds(random.nextInt(10_000));
          var woken = random.nextBoolean();
          if (woken) openings().wake(send(0), due);
          if (random.nextBoolean())
            openings().looked(shards, before.getFirst(), Optional.of(LATER.plusSeconds(9_000)));
          if (random.nextInt(4) == 0) openings().close(shards, before);
          if (!woken) return;
          assertFalse(openings().markers(shards).getFirst().due().orElseThrow().isAfter(due));
          assertTrue(openings().find(owner, purpose).isPresent());
        });
  }

  private void looked(Optional<Instant> due) {
    openings().markers(opening).forEach(marker -> openings().looked(opening, marker, due));
  }

  private Send send(int shard) {
    return Ports.send(owner, purpose, shard, 1);
  }

  @Test
  void as_many_shards_as_there_may_be_are_closed_together() {
    var most = new Opening(owner, Ports.purpose(), 64, NOW);
    openings().open(most);
    for (var marker : openings().markers(most)) openings().looked(most, marker, Optional.empty());

    assertTrue(openings().close(most, openings().markers(most)));
    assertEquals(List.of(), openings().all().stream().filter(most::equals).toList());
  }
}
