package dev.switchboard.functions.outreach;

import dev.switchboard.functions.Services;
import dev.switchboard.functions.http.Body;
import dev.switchboard.functions.http.Endpoint;
import dev.switchboard.functions.http.Fields;
import dev.switchboard.functions.http.Findings;
import dev.switchboard.functions.http.Once;
import dev.switchboard.functions.http.Problem;
import dev.switchboard.functions.http.Refused;
import dev.switchboard.functions.http.Reply;
import dev.switchboard.functions.http.Request;
import dev.switchboard.functions.http.Role;
import dev.switchboard.functions.http.Route;
import dev.switchboard.functions.http.Text;
import dev.switchboard.functions.outreach.LeadPages.SendAnswer;
import dev.switchboard.functions.send.Transitions;
import dev.switchboard.outreach.Execution;
import dev.switchboard.outreach.Executions;
import dev.switchboard.send.Ledger;
import dev.switchboard.send.Ruling;
import dev.switchboard.send.Ruling.Finding;
import dev.switchboard.send.Send;
import dev.switchboard.send.SendId;
import dev.switchboard.send.State;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Decides a parked send: whether it arrived, never left, or is to be tried once more.
///
/// Sample input in `events/decide-send.json`. Safe to run twice: only a parked send can be decided,
/// and who decides the same again is shown what stands.
public final class DecideSend extends Endpoint {

  private static final Set<Role> ROLES = Set.of(Role.OPERATOR, Role.MANAGER, Role.ADMIN);
  private static final Text NOTE = Text.line(1, 200);

  private final Executions executions;
  private final Ledger ledger;
  private final Transitions transitions;
  private final Overview overview;
  private final Once once;
  private final InstantSource clock;

  public DecideSend() {
    this(Services.aws());
  }

  public DecideSend(Services services) {
    super(services.claims());
    this.executions = services.executions();
    this.ledger = services.ledger();
    this.transitions = services.transitions();
    this.overview = services.overview();
    this.once = services.once();
    this.clock = services.clock();
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.of(
            "POST", "/api/smart-send/{execution_id}/sends/{send_id}/decide", ROLES, this::decide));
  }

  private record Told(Finding finding, Optional<String> note) {}

  private Reply decide(Request request) {
    request.noQuery();
    var body = request.body(Body.COMMON);
    var told = read(body);
    var execution = Found.execution(executions, request);
    var id = send(request, execution).id();
    return once.answer(
        request,
        body,
        id.value(),
        new Once.Work(_ -> decide(request, execution, told), _ -> show(send(request, execution))));
  }

  private static Told read(Body body) {
    var findings = new Findings();
    var told = Fields.of(body.json(), "", Fields.Form.STRICT, findings).flatMap(DecideSend::read);
    findings.refuse(Problem.Kind.INVALID_BODY);
    return told.orElseThrow();
  }

  private static Optional<Told> read(Fields fields) {
    fields.require("outcome", "is required: delivered, undelivered, not_sent or send_again");
    var finding = fields.choice("outcome", List.of(Finding.values()), Finding::wire);
    var note = fields.text("note", NOTE);
    fields.close();
    return finding.map(it -> new Told(it, note));
  }

  /// The send that the path names.
  ///
  /// @throws Refused 404 if the execution has none of that id
  private Send send(Request request, Execution execution) {
    var id = request.parameter("send_id", SendId::new);
    return Optional.of(id)
        .filter(it -> it.ownerKey().equals(execution.owner().key()))
        .filter(it -> it.purpose().equals(execution.id()))
        .flatMap(ledger::find)
        .orElseThrow(() ->
            new Refused(
                Problem.of(
                    Problem.Kind.NOT_FOUND,
                    "Execution " + execution.id() + " has no send of that id.")));
  }

  private Reply decide(Request request, Execution execution, Told told) {
    var ruling =
        new Ruling(told.finding(), request.caller().subject(), clock.instant(), told.note());
    while (true) {
      var send = send(request, execution);
      if (send.state() != State.PARKED) return decidedBefore(send, ruling);
      if (told.finding() == Finding.SEND_AGAIN) refuseCancelled(execution);
      var after = ruling.on(send);
      if (!transitions.advance(send, after)) continue;
      // It was counted as parked when all was settled.
      if (execution.status() == Execution.Status.COMPLETED) overview.keep(execution);
      return show(after);
    }
  }

  private static void refuseCancelled(Execution execution) {
    if (execution.status() == Execution.Status.CANCELLED)
      throw conflict("The execution is cancelled: nothing of it is sent any more.");
  }

  private static Reply decidedBefore(Send send, Ruling ruling) {
    var first = send.ruling();
    if (first.filter(it -> it.same(ruling)).isPresent()) return show(send);
    throw conflict(
        first
            .map(it -> "%s decided it at %s: %s.".formatted(it.by(), it.at(), it.finding().wire()))
            .orElse("It is %s, not parked.".formatted(send.state().wire())));
  }

  private static Refused conflict(String detail) {
    return new Refused(Problem.of(Problem.Kind.CONFLICT, detail));
  }

  private static Reply show(Send send) {
    return Reply.json(200, SendAnswer.of(send, Map.of()));
  }
}
