package dev.switchboard.functions.outreach;

import dev.switchboard.OwnerId;
import dev.switchboard.contact.Ask;
import dev.switchboard.contact.Channel;
import dev.switchboard.contact.Contact;
import dev.switchboard.contact.ContactId;
import dev.switchboard.contact.Owners.Owner;
import dev.switchboard.contact.Purpose;
import dev.switchboard.contact.Touch;
import dev.switchboard.functions.Json;
import dev.switchboard.functions.Services;
import dev.switchboard.outreach.Execution;
import dev.switchboard.outreach.Goal;
import dev.switchboard.outreach.OutreachSettings;
import dev.switchboard.price.Usd;
import dev.switchboard.send.PurposeId;
import dev.switchboard.send.Send;
import dev.switchboard.send.SendId;
import dev.switchboard.send.Step;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What accepting and delivering take, done for nobody before a snapshot: real requests whose
/// conditions nothing meets, and wake-ups for what is not there. Nothing leaves; what is stored is
/// the secret of an owner that nobody is, and an empty contact of it.
public record Rehearsal(Services services) {

  private static final OwnerId OWNER = new OwnerId("switchboard-rehearsal");
  private static final PurposeId PURPOSE = new PurposeId("rehearsalrehears");
  private static final ContactId CONTACT = new ContactId("rehearsalrehears");
  private static final String NUMBER = "+12125550100";

  /// A send that there is not.
  public static final SendId SEND = SendId.of(OWNER, PURPOSE, 0, CONTACT, 0);

  /// An order of one lead, as the gateway brings it; a dry run.
  String order() {
    var body =
        "{\"goal\": \"appointment\", \"dry_run\": true, \"leads\": [{\"id\": \"nobody\","
            + " \"phone\": \""
            + NUMBER
            + "\", \"email\": \"nobody@example.org\"}]}";
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
            body,
            "requestContext",
            Map.of(
                "requestId", "rehearsal", "authorizer", Map.of("jwt", Map.of("claims", claims)))));
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

  /// What is kept and who is woken when an order is accepted.
  void accepting() {
    var now = services.clock().instant();
    var execution = execution(now);
    services.executions().change(execution, execution);
    var contact = Contact.unwritten(CONTACT);
    var slice = new Slice(List.of(contact), Set.of(), Set.of(NUMBER), List.of(send(now)));
    Json.read(Json.text(slice), Slice.class);
    services.planQueue().write(execution, Set.of());
  }

  /// What happens to a send between the queue and the provider.
  public void delivering() {
    var now = services.clock().instant();
    var send = send(now);
    var writer =
        new MessageWriter(execution(now), new Owner(OWNER, services.idsAndSecrets().secret()));
    var words = writer.write(send);
    var touch = new Touch(SEND.value(), send.channel(), send.purpose(), now);
    var contact = services.contacts().touch(OWNER, CONTACT, touch);
    services.contacts().untouch(OWNER, CONTACT, SEND.value());
    var ask =
        new Ask(
            SEND.value(),
            PURPOSE.value(),
            send.channel(),
            send.purpose(),
            NUMBER,
            contact,
            List.of(),
            OutreachSettings.DEFAULT.policy(),
            new Ask.Spend(Usd.ZERO, Optional.empty()),
            Optional.of(writer.facts(send, words)),
            now);
    services.ledger().advance(send, send.judged(services.gate().decide(ask)));
    services.ledger().advance(send, send.attempting(words, now));
    services.sendQueue().wake(List.of(SEND));
  }

  private static Send send(Instant now) {
    var step = new Step(Channel.SMS, NUMBER, Usd.ZERO, Usd.ZERO);
    return Send.planned(
        SEND, OWNER, Purpose.MARKETING, List.of(step), Optional.empty(), Map.of(), now);
  }

  /// As it would be read back.
  private static Execution execution(Instant now) {
    return DynamoExecutions.execution(DynamoExecutions.item(sample(now)));
  }

  private static Execution sample(Instant now) {
    var brief =
        new Execution.Brief(
            "rehearsal", Goal.APPOINTMENT, Optional.empty(), Map.of(), false, "https://localhost");
    return new Execution(
        PURPOSE,
        OWNER,
        brief,
        OutreachSettings.DEFAULT,
        Execution.Status.PLANNING,
        "rehearsal",
        now,
        1,
        1,
        1,
        Optional.empty(),
        Optional.empty());
  }
}
