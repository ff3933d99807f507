package dev.switchboard.functions.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchboard.campaign.Dossier;
import dev.switchboard.campaign.Stage;
import dev.switchboard.campaign.Tier;
import dev.switchboard.functions.aws.DynamoEngine;
import dev.switchboard.functions.campaign.ArmCampaign;
import dev.switchboard.functions.campaign.Dossiers;
import dev.switchboard.functions.campaign.MemoryCrew;
import dev.switchboard.functions.campaign.Progress;
import dev.switchboard.send.PurposeId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.SendTaskSuccessRequest;
import software.amazon.awssdk.services.sfn.model.SendTaskSuccessResponse;
import software.amazon.awssdk.services.sfn.model.TaskTimedOutException;

/// A signal at every instant between a look, the token that is stored after it, and the next look:
/// never lost, and never acted on twice.
class CampaignSignalsTest {

  @RegisterExtension private static final DynamoEngine engine = World.engine();

  /// Tasks that wait with a token, one after the other: `task-0`, `task-1`, …
  private static final class Tasks implements SfnClient {
    private final List<String> completed = new ArrayList<>();
    private String waiting = "";

    @Override
    public SendTaskSuccessResponse sendTaskSuccess(SendTaskSuccessRequest request) {
      if (!request.taskToken().equals(waiting))
        throw TaskTimedOutException.builder().message("Task Timed Out").build();
      waiting = "";
      completed.add(request.taskToken());
      return SendTaskSuccessResponse.builder().build();
    }

    @Override
    public String serviceName() {
      return "states";
    }

    @Override
    public void close() {}
  }

  private static final class Machine {
    private final World world = new World(engine, "");
    private final Tasks tasks = new Tasks();
    private final MemoryCrew crew = new MemoryCrew(1);
    private final PurposeId id;
    private int looks;

    private Machine() {
      world.machines(tasks);
      for (int number = 0; number < 9; number++)
        crew.add(Dossiers.candidate(number, Tier.INTERNAL, Instant.EPOCH));
      var dossier = Dossiers.drafted(world.owner(), 1, world.now());
      id = world.services().campaigns().begin(dossier).id();
      // Launched, with nobody of it known as a contact: all that counts here is who looks when.
      look();
    }

    /// One round of the machine: looks, then waits with a token.
    private void round() {
      look();
      arm();
    }

    private void look() {
      looks++;
      var _ = new Progress(world.services(), crew).advance(world.owner(), id);
    }

    private void arm() {
      var token = "task-" + looks;
      tasks.waiting = token;
      var _ =
          new ArmCampaign(world.services())
              .handle(
                  new ArmCampaign.Input(world.owner().value(), id.value(), token), () -> 60_000);
    }

    private void signal(UnaryOperator<Dossier> change) {
      var _ = world.services(new Fragile()).signals().tell(world.owner(), id, change);
    }

    private Dossier dossier() {
      return world.services(new Fragile()).campaigns().find(world.owner(), id).orElseThrow();
    }
  }

  @Test
  void an_answer_at_any_instant_is_looked_at() {
    int request = 0;
    var fired = true;
    while (fired) {
      request++;
      var machine = new Machine();
      machine.round();
      // Whatever the launch came to is over: the machine waits, and its wait ends by the clock.
      machine.tasks.waiting = "";
      machine.tasks.completed.clear();
      var told = new ArrayList<Integer>();
      var fragile = machine.world.fragile();
      int at = request;
      fragile.pauseBefore(
          request,
          () -> {
            told.add(at);
            machine.signal(it -> it.heard(Dossiers.bid(0, "900")));
          });
      fragile.arm(true);
      machine.round();
      fragile.arm(false);
      fired = !told.isEmpty();
      if (!fired) break;

      var pending = machine.dossier().watch().pending();
      var woken = machine.tasks.completed.size();
      assertEquals(pending ? 1 : 0, woken, "before request " + request);
      if (woken == 1) machine.look();
      assertFalse(machine.dossier().watch().pending(), "before request " + request);
      assertEquals(1, machine.dossier().answers().size());
    }
    assertTrue(request > 4, "only " + request);
  }

  @Test
  void an_escalation_that_a_person_wants_at_any_instant_is_decided_once() {
    int request = 0;
    var fired = true;
    while (fired) {
      request++;
      var machine = new Machine();
      machine.round();
      machine.tasks.waiting = "";
      machine.tasks.completed.clear();
      var told = new ArrayList<Integer>();
      int at = request;
      var fragile = machine.world.fragile();
      fragile.pauseBefore(
          request,
          () -> {
            told.add(at);
            machine.signal(it -> it.escalated(Stage.ESCALATION));
          });
      fragile.arm(true);
      machine.round();
      fragile.arm(false);
      fired = !told.isEmpty();
      if (!fired) break;

      while (!machine.tasks.completed.isEmpty()) {
        machine.tasks.completed.clear();
        machine.round();
      }
      var byPerson =
          machine.dossier().history().stream()
              .filter(it -> it.checkIn().isEmpty() && it.because().startsWith("the forecast is"))
              .count();
      assertEquals(1, byPerson, "before request " + request);
    }
  }
}
