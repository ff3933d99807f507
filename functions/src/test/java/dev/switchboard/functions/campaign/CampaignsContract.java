package dev.switchboard.functions.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchboard.OwnerId;
import dev.switchboard.campaign.Answer;
import dev.switchboard.campaign.Campaigns;
import dev.switchboard.campaign.Campaigns.Open;
import dev.switchboard.campaign.Dossier;
import dev.switchboard.campaign.HourBand;
import dev.switchboard.campaign.Learning.Group;
import dev.switchboard.campaign.Learning.Observation;
import dev.switchboard.campaign.Response;
import dev.switchboard.campaign.Stage;
import dev.switchboard.campaign.State;
import dev.switchboard.campaign.Tier;
import dev.switchboard.price.Usd;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every store of campaigns keeps to.
abstract class CampaignsContract {

  private final OwnerId owner = Dossiers.owner();

  abstract Campaigns campaigns();

  @Test
  void a_campaign_is_found_as_it_was_begun() {
    var dossier = Dossiers.drafted(owner, 1);

    assertEquals(dossier, campaigns().begin(dossier));
    assertEquals(Optional.of(dossier), campaigns().find(owner, dossier.id()));
  }

  @Test
  void everything_that_it_can_hold_comes_back_as_it_was() {
    var dossier = Dossiers.full(owner, 1);
    campaigns().begin(dossier);

    assertEquals(Optional.of(dossier), campaigns().find(owner, dossier.id()));
  }

  @Test
  void what_campaigns_told_of_a_trade_is_learned_once_each() {
    var evening = new Group(Tier.INTERNAL, "plumbing", HourBand.EVENING);
    var bid = new Observation(evening, true, 1);
    var silence = new Observation(evening, false, 0.25);
    var id = Dossiers.drafted(owner, 1).id();
    var other = Dossiers.drafted(owner, 2).id();
    for (int twice = 0; twice < 2; twice++)
      campaigns().learn(owner, id, "plumbing", List.of(bid, silence));
    campaigns().learn(owner, other, "plumbing", List.of(bid));
    campaigns().learn(owner, other, "roofing", List.of(silence));

    assertEquals(List.of(bid, bid, silence), campaigns().learned(owner, "plumbing"));
    assertEquals(List.of(), campaigns().learned(new OwnerId("nobody"), "plumbing"));
  }

  @Test
  void beginning_again_finds_the_one_that_stands() {
    var dossier = Dossiers.drafted(owner, 1);
    campaigns().begin(dossier);
    var armed = dossier.armed("token");
    assertTrue(campaigns().change(dossier, armed));

    assertEquals(armed, campaigns().begin(dossier));
  }

  @Test
  void of_two_changes_from_the_same_one_is_stored() {
    var dossier = Dossiers.drafted(owner, 1);
    campaigns().begin(dossier);

    assertTrue(campaigns().change(dossier, dossier.armed("one")));
    assertFalse(campaigns().change(dossier, dossier.armed("two")));
    assertEquals(
        Optional.of("one"), campaigns().find(owner, dossier.id()).orElseThrow().watch().token());
  }

  @Test
  void of_many_who_are_heard_at_once_none_is_lost() throws Exception {
    var dossier = Dossiers.launched(owner, 1, 12);
    campaigns().begin(dossier);
    var all = IntStream.range(0, 12).mapToObj(number -> hearing(dossier, number)).toList();

    try (var threads = Executors.newFixedThreadPool(6)) {
      for (var done : threads.invokeAll(all)) done.get();
    }

    var stored = campaigns().find(owner, dossier.id()).orElseThrow();
    assertEquals(12, stored.campaign().bids());
    assertEquals(12, stored.answers().size());
    assertEquals(dossier.version() + 12, stored.version());
  }

  private Callable<Boolean> hearing(Dossier dossier, int number) {
    return () -> {
      var stored = dossier;
      do stored = campaigns().find(owner, dossier.id()).orElseThrow();
      while (!campaigns().change(stored, stored.heard(Dossiers.bid(number, "100"))));
      return true;
    };
  }

  @Test
  void they_are_listed_latest_first_and_page_by_page() {
    var all = IntStream.rangeClosed(1, 7).mapToObj(it -> Dossiers.drafted(owner, it)).toList();
    all.forEach(campaigns()::begin);

    var first = campaigns().list(owner, Optional.empty(), Optional.empty(), 3);
    var second = campaigns().list(owner, Optional.empty(), Optional.of(first.getLast().id()), 3);
    var third = campaigns().list(owner, Optional.empty(), Optional.of(second.getLast().id()), 3);

    assertEquals(List.of(all.get(6), all.get(5), all.get(4)), first);
    assertEquals(List.of(all.get(3), all.get(2), all.get(1)), second);
    assertEquals(List.of(all.get(0)), third);
  }

  @Test
  void those_of_one_state_are_found_among_all_others() {
    var draft = Dossiers.drafted(owner, 1);
    var running = IntStream.of(2, 5, 8).mapToObj(it -> Dossiers.launched(owner, it, 2)).toList();
    campaigns().begin(draft);
    running.forEach(campaigns()::begin);
    IntStream.of(3, 4, 6, 7, 9).forEach(it -> campaigns().begin(Dossiers.drafted(owner, it)));

    assertEquals(
        running.reversed(),
        campaigns().list(owner, Optional.of(State.RUNNING), Optional.empty(), 3));
    assertEquals(
        List.of(draft),
        campaigns().list(owner, Optional.of(State.DRAFT), Optional.of(running.getFirst().id()), 2));
  }

  @Test
  void another_owner_sees_none_of_it() {
    var dossier = Dossiers.drafted(owner, 1);
    var other = Dossiers.owner();
    campaigns().begin(dossier);

    assertEquals(Optional.empty(), campaigns().find(other, dossier.id()));
    assertEquals(List.of(), campaigns().list(other, Optional.empty(), Optional.empty(), 10));
  }

  @Test
  void it_is_among_the_open_ones_until_it_is_closed() {
    var dossier = Dossiers.drafted(owner, 1);
    var open = new Open(owner, dossier.id());
    campaigns().begin(dossier);

    assertTrue(campaigns().open().contains(open));
    campaigns().close(open);
    assertFalse(campaigns().open().contains(open));
    assertEquals(Optional.of(dossier), campaigns().find(owner, dossier.id()));
  }

  @Test
  void what_a_person_wants_is_kept_until_it_is_decided() {
    var dossier = Dossiers.launched(owner, 1, 2);
    campaigns().begin(dossier);
    var wanted = dossier.escalated(Stage.EMERGENCY);
    var heard =
        wanted.heard(
            new Answer(
                Dossiers.contractor(1),
                Response.QUESTION,
                Optional.of(Usd.of("12.50")),
                Optional.of("Which street?"),
                "sms",
                Dossiers.NOW));
    assertTrue(campaigns().change(dossier, wanted));
    assertTrue(campaigns().change(wanted, heard));

    assertEquals(Optional.of(heard), campaigns().find(owner, dossier.id()));
  }
}
