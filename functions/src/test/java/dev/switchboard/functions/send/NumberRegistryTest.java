package dev.switchboard.functions.send;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.switchboard.Unavailable;
import dev.switchboard.contact.Listing;
import dev.switchboard.functions.aws.DynamoEngine;
import dev.switchboard.outreach.Execution;
import dev.switchboard.send.Send;
import dev.switchboard.send.State;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A register of phone numbers that is plugged in.
class NumberRegistryTest {

  private static final String NUMBER = "+12125550107";
  private static final String ORDER =
      "{'goal': 'nurture', 'leads': [{'id': 'x', 'phone': '+12125550107',"
          + " 'email': 'x@example.org', 'score': 6}]}";

  @RegisterExtension private static final DynamoEngine engine = World.engine();

  @Test
  void a_listed_number_is_not_planned_for() {
    var world = new World(engine, "");
    list(world, Listing.Kind.DO_NOT_CALL);
    world.order(ORDER, "");
    world.live();

    assertEquals(List.of("email delivered reported"), told(world));
    assertEquals(3, decision(world).split("\"rule\":\"dnc\"", -1).length - 1, decision(world));
  }

  @Test
  void a_number_that_is_listed_after_the_order_is_blocked_at_the_gate() {
    for (var kind : Listing.Kind.values()) {
      var world = new World(engine, "");
      world.order(ORDER, "");
      list(world, kind);
      world.live();

      var rule = kind == Listing.Kind.DO_NOT_CALL ? "dnc" : "reassigned";
      assertEquals(
          List.of("voicemail blocked " + rule, "sms blocked " + rule, "email delivered reported"),
          told(world));
    }
  }

  @Test
  void nothing_leaves_while_the_register_cannot_be_asked() {
    var world = new World(engine, "");
    world.order(ORDER, "");
    world.plug((_, _) -> {
      throw new Unavailable("the register", new IOException("closed"));
    });
    world.work();

    assertEquals(List.of(), world.calls());
    assertEquals(State.PLANNED, world.sends(execution(world)).getFirst().state());
  }

  private static void list(World world, Listing.Kind kind) {
    var listing = new Listing(kind, World.MONDAY, "a list");
    world.plug(
        (_, numbers) -> numbers.contains(NUMBER) ? Map.of(NUMBER, List.of(listing)) : Map.of());
  }

  private static String decision(World world) {
    return world
        .services()
        .decisions()
        .read(world.owner(), execution(world).id(), 0, 1)
        .getFirst()
        .document();
  }

  private static List<String> told(World world) {
    return world.sends(execution(world)).stream().map(NumberRegistryTest::told).toList();
  }

  private static String told(Send send) {
    return "%s %s %s"
        .formatted(send.channel().wire(), send.state().wire(), send.reason().orElseThrow().rule());
  }

  private static Execution execution(World world) {
    return world.executions().getFirst();
  }
}
