package dev.switchboard.functions.outreach;

import dev.switchboard.OwnerId;
import dev.switchboard.contact.Channel;
import dev.switchboard.contact.ContactId;
import dev.switchboard.contact.Purpose;
import dev.switchboard.contact.Touch;
import dev.switchboard.functions.Json;
import dev.switchboard.functions.Services;
import dev.switchboard.functions.aws.Backdrop;
import dev.switchboard.functions.http.Body;
import dev.switchboard.functions.send.ReportQueue.Told;
import dev.switchboard.functions.send.Reports;
import dev.switchboard.outreach.Execution;
import dev.switchboard.outreach.Goal;
import dev.switchboard.outreach.OutreachSettings;
import dev.switchboard.price.Usd;
import dev.switchboard.send.Content;
import dev.switchboard.send.Outcome;
import dev.switchboard.send.PurposeId;
import dev.switchboard.send.Report;
import dev.switchboard.send.Send;
import dev.switchboard.send.SendId;
import dev.switchboard.send.State;
import dev.switchboard.send.Step;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/// What accepting and delivering take, done for nobody before a snapshot: from end to end before a
/// [Backdrop], so often that the compilers have seen it; and of the real tables and queues a little
/// that changes nothing, so that the way to them has been gone.
public record Rehearsal(Services services) {

  /// How often each is done before the backdrop.
  private static final int TIMES = 10;

  private static final OwnerId OWNER = new OwnerId("switchboard-rehearsal");
  private static final PurposeId PURPOSE = new PurposeId("rehearsalrehears");
  private static final ContactId CONTACT = new ContactId("rehearsalrehears");
  private static final String NUMBER = "+12125550100";
  private static final Map<String, String> FACTS = Map.of("name", "Nobody", "company", "None");
  private static final String ADDRESS = "nobody@example.org";
  private static final Optional<String> JSON = Optional.of("application/json");

  /// A send that there is not.
  public static final SendId SEND = SendId.of(OWNER, PURPOSE, 0, CONTACT, 0);

  /// A dry run of an order, as the gateway brings it.
  String order() {
    var claims =
        Map.of(
            "sub",
            "rehearsal",
            services.settings().ownerClaim(),
            OWNER.value(),
            services.settings().rolesClaim(),
            "operator");
    return Json.text(
        Map.of(
            "routeKey",
            "POST /api/smart-send",
            "headers",
            Map.of("content-type", "application/json"),
            "body",
            body(true),
            "requestContext",
            Map.of(
                "requestId", "rehearsal", "authorizer", Map.of("jwt", Map.of("claims", claims)))));
  }

  /// An order of two leads.
  private static String body(boolean dryRun) {
    return Json.text(
        Map.of(
            "goal",
            "appointment",
            "dry_run",
            dryRun,
            "leads",
            List.of(
                Map.of("id", "one", "phone", NUMBER, "email", ADDRESS),
                Map.of("id", "two", "name", "Nobody", "email", "two." + ADDRESS))));
  }

  /// A batch of one message, as a queue brings it.
  public static String batch(String body) {
    return Json.text(
        Map.of(
            "Records",
            List.of(
                Map.of(
                    "messageId",
                    "rehearsal",
                    "receiptHandle",
                    "rehearsal",
                    "body",
                    body,
                    "attributes",
                    Map.of("ApproximateReceiveCount", "1")))));
  }

  /// A slice of a plan that there is not, as the queue of plans names it.
  static String slice() {
    return Json.text(new PlanQueue.Wanted(OWNER, PURPOSE, 0));
  }

  /// What happens to an order between its reading and its answer.
  void accepting() {
    var order =
        new OrderReader(new KnownAddresses(services.gate().rules()))
            .read(Body.of(JSON, body(false).getBytes(StandardCharsets.UTF_8)), Map.of());
    perform((stage, _) ->
        new Intake(stage)
            .accept(
                OWNER, "rehearsal", order, stage.idsAndSecrets().purpose(), "https://localhost"));
    services.planQueue().write(execution(services.clock().instant()), Set.of());
  }

  /// What happens to sends between the queue and the provider.
  ///
  /// @param deliver takes sends as far as they go, by the services before the backdrop
  public void delivering(BiConsumer<Services, Set<SendId>> deliver) {
    perform((stage, now) -> {
      stage.executions().begin(execution(now));
      stage.purposes().changed(PURPOSE);
      stage.contacts().touch(OWNER, CONTACT, new Touch("", Channel.EMAIL, Purpose.MARKETING, now));
      var sends = List.of(send(SEND, Channel.EMAIL, now), send(SEND.next(), Channel.SMS, now));
      stage.ledger().plan(sends);
      deliver.accept(stage, Set.of(SEND, SEND.next()));
    });
    services.sendQueue().wake(List.of(SEND));
  }

  /// What follows from a report of a send that has left.
  public void reporting() {
    perform((stage, now) -> {
      stage.executions().begin(execution(now));
      var words = new Content(Optional.of("Nothing"), "Nothing");
      var accepted =
          send(SEND, Channel.EMAIL, now)
              .attempting(words, now)
              .after(new Outcome.Accepted("rehearsal"), now);
      stage.ledger().plan(List.of(accepted));
      var delivered = new Report(State.DELIVERED, "delivered", Optional.empty(), now);
      new Reports(stage).apply(Told.report(SEND.value(), "rehearsal", delivered));
    });
  }

  /// Does something before an empty backdrop, again and again.
  private void perform(BiConsumer<Services, Instant> scene) {
    var backdrop = new Backdrop();
    var stage = services.on(backdrop.aws());
    for (int time = 0; time < TIMES; time++) {
      scene.accept(stage, services.clock().instant());
      backdrop.clear();
    }
  }

  private static Send send(SendId id, Channel channel, Instant now) {
    var address = channel == Channel.EMAIL ? ADDRESS : NUMBER;
    var step = new Step(channel, address, Usd.ZERO, Usd.ZERO);
    return Send.planned(id, OWNER, Purpose.MARKETING, List.of(step), Optional.empty(), FACTS, now);
  }

  private static Execution execution(Instant now) {
    var brief =
        new Execution.Brief(
            "rehearsal", Goal.APPOINTMENT, Optional.empty(), Map.of(), false, "https://localhost");
    return new Execution(
        PURPOSE,
        OWNER,
        brief,
        OutreachSettings.DEFAULT.withSender(
            new OutreachSettings.Sender(Optional.of("Nobody"), Optional.of("1 Nowhere St"))),
        Execution.Status.RUNNING,
        "rehearsal",
        now,
        1,
        1,
        1,
        Optional.empty(),
        Optional.empty());
  }
}
