package dev.switchboard.functions.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchboard.contact.Suppression;
import dev.switchboard.functions.aws.DynamoEngine;
import dev.switchboard.outreach.Execution;
import dev.switchboard.price.Usd;
import dev.switchboard.send.Objection;
import dev.switchboard.send.Report;
import dev.switchboard.send.Send;
import dev.switchboard.send.State;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What reports and replies do to a chain, in whatever order they come.
class ReportsTest {

  private static final String CHAIN =
      "{'goal': 'appointment', 'leads': [{'id': 'bob', 'phone': '+12125550103',"
          + " 'email': 'bob@example.org', 'score': 9}]}";

  @RegisterExtension private static final DynamoEngine engine = World.engine();

  @Test
  void a_second_bad_report_after_the_first_has_one_fallback() {
    var world = ordered();
    var first = send(world, 0);
    var transitions = world.services().transitions();

    transitions.report(
        first.id(), report(world, State.DELIVERED), first.providerId().orElseThrow());
    assertEquals(2, world.sends(execution(world)).size());
    assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () ->
            transitions.report(
                first.id(), report(world, State.BOUNCED), first.providerId().orElseThrow()));

    assertEquals(State.BOUNCED, send(world, 0).state());
    assertEquals(2, world.sends(execution(world)).size());
  }

  @Test
  void an_address_that_bounced_is_not_written_to_again() {
    var world =
        new World(
            engine,
            "{'gone@example.org': {'email': [{'reports': [{'after': 'PT4S', 'state': 'bounced',"
                + " 'cause': 'no such mailbox'}]}]}}");
    var order = "{'goal': 'nurture', 'leads': [{'id': 'x', 'email': 'gone@example.org'}]}";
    world.order(order, "");
    world.live();
    world.order(order, "");
    world.live();

    assertEquals(List.of(), world.sends(execution(world)));
    assertEquals(1, world.calls().size());
  }

  @Test
  void a_report_that_comes_again_changes_nothing() {
    var world = ordered();
    var first = send(world, 0);
    var transitions = world.services().transitions();
    var report = report(world, State.DELIVERED);
    transitions.report(first.id(), report, first.providerId().orElseThrow());
    var before = world.sends(execution(world));

    transitions.report(first.id(), report, first.providerId().orElseThrow());

    assertEquals(before, world.sends(execution(world)));
  }

  @Test
  void an_answer_told_late_withdraws_the_step_that_was_planned_without_it() {
    var world = ordered();
    tell(world, 0, State.VOICEMAIL);
    assertEquals(List.of(State.VOICEMAIL, State.PLANNED), states(world));

    tell(world, 0, State.ANSWERED);

    assertEquals(List.of(State.ANSWERED, State.CANCELLED), states(world));
    assertEquals("responded", send(world, 1).reason().orElseThrow().rule());
    world.live();
    assertEquals(1, world.calls().size());
  }

  @Test
  void an_answer_told_late_lets_nothing_follow_a_step_that_is_on_its_way() {
    var world = ordered();
    tell(world, 0, State.NO_ANSWER);
    world.advance(Duration.ofHours(1));
    DeliverSends.delivery(world.services()).deliver(send(world, 1).id(), () -> 60_000);
    tell(world, 0, State.ANSWERED);
    tell(world, 1, State.NO_ANSWER);

    assertEquals(List.of(State.ANSWERED, State.NO_ANSWER, State.PLANNED), states(world));
    world.messages().lose();
    world.live();

    assertEquals(List.of(State.ANSWERED, State.NO_ANSWER, State.CANCELLED), states(world));
    assertEquals(2, world.calls().size());
  }

  @Test
  void what_is_told_of_a_parked_send_after_the_end_is_counted() {
    var world = new World(engine, "{'+12125550104': {'sms': [{'attempt': 'unclear'}]}}");
    world.order(
        "{'goal': 'nurture', 'leads': [{'id': 'x', 'phone': '+12125550104', 'score': 2}]}", "");
    world.live();
    assertEquals(List.of(State.PARKED), states(world));
    assertEquals(Execution.Status.COMPLETED, execution(world).status());

    tell(world, 0, State.DELIVERED);
    world.live();

    assertEquals(List.of(State.DELIVERED), states(world));
    assertTrue(summary(world).contains("\"delivered\":1"), summary(world));
  }

  @Test
  void a_price_that_is_told_late_is_the_actual_cost() {
    var world =
        new World(
            engine,
            "{'+12125550105': {'sms': [{'reports': [{'after': 'PT4S', 'state': 'delivered'},"
                + " {'after': 'PT10M', 'state': 'delivered', 'cost': 0.0079}]}]}}");
    world.order(
        "{'goal': 'nurture', 'leads': [{'id': 'x', 'phone': '+12125550105', 'score': 2}]}", "");

    world.live();

    assertEquals(List.of(State.DELIVERED), states(world));
    assertEquals(Usd.of("0.0079"), send(world, 0).cost());
    assertTrue(summary(world).contains("\"actual_micros_usd\":7900"), summary(world));
  }

  private static String summary(World world) {
    var id = execution(world).id();
    return world.services().executions().note(world.owner(), id, "summary").orElseThrow();
  }

  private static void tell(World world, int step, State state) {
    var send = send(world, step);
    var providerId = send.providerId().orElse("provider-1");
    world.services().transitions().report(send.id(), report(world, state), providerId);
  }

  private static List<State> states(World world) {
    return world.sends(execution(world)).stream().map(Send::state).toList();
  }

  @Test
  void whoever_replies_is_not_contacted_further() {
    var world = ordered();
    world.services().replies().received(send(world, 0).id(), "Call me tomorrow", world.now());
    world.messages().lose();
    world.live();

    assertEquals(1, world.calls().size());
    assertEquals(Execution.Status.COMPLETED, execution(world).status());
  }

  @Test
  void a_stop_between_two_steps_is_kept_to() {
    var world = ordered();
    var first = send(world, 0);
    world
        .services()
        .transitions()
        .report(first.id(), report(world, State.DELIVERED), first.providerId().orElseThrow());
    world.services().replies().received(first.id(), "STOP", world.now());
    world.messages().lose();
    world.live();

    assertEquals(1, world.calls().size());
    assertEquals(
        List.of(State.DELIVERED, State.SUPPRESSED),
        world.sends(execution(world)).stream().map(Send::state).toList());
  }

  @Test
  void a_start_takes_back_a_stop_and_nothing_else() {
    var world = ordered();
    var send = send(world, 0);
    var contacts = world.services().contacts();
    var others =
        List.of(
            suppression(Suppression.Reason.OPT_OUT, "sms STOP, told by manager@acme", world),
            suppression(Suppression.Reason.OPT_OUT, "unsubscribe link", world),
            suppression(Suppression.Reason.BAD_NUMBER, "outbox 21614", world),
            suppression(Suppression.Reason.OWNER, "sms STOP", world));
    for (var other : others) contacts.suppress(send.owner(), send.id().contact(), other);
    var replies = world.services().replies();

    replies.received(send.id(), "Stop!", world.now());
    replies.received(send.id(), "START", world.now());

    var left = contacts.find(send.owner(), send.id().contact()).orElseThrow().suppressions();
    assertEquals(Set.copyOf(others), Set.copyOf(left));
  }

  @Test
  void what_the_carrier_told_again_after_a_start_is_over() {
    var world = ordered();
    var send = send(world, 0);
    var objections = world.services().objections();
    var optOut = new Objection(Objection.Kind.OPTED_OUT, "twilio 21610");
    var heard = world.now();
    objections.note(send, optOut, heard);
    assertEquals(3, suppressions(world).size());

    world.advance(Duration.ofMinutes(1));
    world.services().replies().texted("+12125550103", "START", world.now());
    objections.note(send, optOut, heard);

    assertEquals(List.of(), suppressions(world));
  }

  private static List<Suppression> suppressions(World world) {
    var contact = send(world, 0).id().contact();
    return world.services().contacts().find(world.owner(), contact).orElseThrow().suppressions();
  }

  private static Suppression suppression(Suppression.Reason reason, String source, World world) {
    return new Suppression(Optional.empty(), Optional.empty(), reason, source, world.now());
  }

  private static World ordered() {
    var world = new World(engine, "");
    world.orderAndWrite(CHAIN);
    var first = world.sends(execution(world)).getFirst();
    DeliverSends.delivery(world.services()).deliver(first.id(), () -> 60_000);
    assertEquals(State.ACCEPTED, send(world, 0).state());
    return world;
  }

  private static Execution execution(World world) {
    return world.executions().getFirst();
  }

  private static Send send(World world, int step) {
    return world.sends(execution(world)).get(step);
  }

  private static Report report(World world, State state) {
    return new Report(state, "told", Optional.empty(), world.now());
  }
}
