package dev.switchboard.functions.outreach;

import dev.switchboard.contact.Channel;
import dev.switchboard.decision.Decisions;
import dev.switchboard.decision.Decisions.Entry;
import dev.switchboard.decision.Decisions.Result;
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
import dev.switchboard.functions.send.Replies;
import dev.switchboard.outreach.Execution;
import dev.switchboard.outreach.Executions;
import dev.switchboard.price.Usd;
import dev.switchboard.send.PurposeId;
import dev.switchboard.send.Send;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Records that a lead responded or converted; what still waits for it is withdrawn.
///
/// Sample input in `events/record-outcome.json`. Safe to run twice: one result of a kind counts for
/// each lead of an execution.
public final class RecordOutcome extends Endpoint {

  private static final Set<Role> ROLES =
      Set.of(Role.OPERATOR, Role.MANAGER, Role.ADMIN, Role.AGENT);
  private static final Usd MOST = Usd.of("1000000");

  private final Executions executions;
  private final Decisions decisions;
  private final LeadPages pages;
  private final Overview overview;
  private final Replies replies;
  private final Once once;
  private final InstantSource clock;

  public RecordOutcome() {
    this(Services.aws());
  }

  public RecordOutcome(Services services) {
    super(services.claims());
    this.executions = services.executions();
    this.decisions = services.decisions();
    this.pages = new LeadPages(services.decisions(), services.ledger(), services.summaries());
    this.overview = services.overview();
    this.replies = services.replies();
    this.once = services.once();
    this.clock = services.clock();
  }

  @Override
  public List<Route> routes() {
    return List.of(Route.of("POST", "/api/leads/{lead_id}/outcomes", ROLES, this::record));
  }

  private record Told(
      PurposeId execution,
      String kind,
      Optional<Channel> channel,
      Optional<Usd> value,
      Optional<Instant> at) {}

  private Reply record(Request request) {
    request.noQuery();
    var body = request.body(Body.COMMON);
    var told = read(body);
    var execution = Found.execution(executions, request, told.execution());
    var entry = entry(request, execution);
    return once.answer(
        request,
        body,
        execution.id().value(),
        new Once.Work(_ -> record(execution, entry, told), _ -> show(execution, entry)));
  }

  private static Told read(Body body) {
    var findings = new Findings();
    var told =
        Fields.of(body.json(), "", Fields.Form.STRICT, findings).flatMap(RecordOutcome::read);
    findings.refuse(Problem.Kind.INVALID_BODY);
    return told.orElseThrow();
  }

  private static Optional<Told> read(Fields fields) {
    fields.require("execution_id", "is required: the execution that reached the lead");
    fields.require("outcome", "is required: responded or converted");
    var execution = fields.text("execution_id", LeadStates.ID);
    var kind = fields.choice("outcome", List.of("responded", "converted"), it -> it);
    var channel = fields.choice("channel", List.of(Channel.values()), Channel::wire);
    var value = fields.money("value", Usd.ZERO, MOST);
    var at = fields.instant("at");
    fields.close();
    if (execution.isEmpty() || kind.isEmpty()) return Optional.empty();
    return Optional.of(new Told(new PurposeId(execution.get()), kind.get(), channel, value, at));
  }

  private Entry entry(Request request, Execution execution) {
    var id = request.parameter("lead_id", it -> it);
    return pages
        .find(execution, id)
        .orElseThrow(() ->
            new Refused(
                Problem.of(
                    Problem.Kind.NOT_FOUND,
                    "Execution " + execution.id() + " has no lead of that id.")));
  }

  private Reply record(Execution execution, Entry entry, Told told) {
    var contact =
        entry
            .contact()
            .orElseThrow(() ->
                new Refused(
                    Problem.of(
                        Problem.Kind.CONFLICT,
                        "This lead was merged into another or has no address.")));
    var sends = pages.sends(execution, contact);
    var latest = sends.stream().filter(send -> send.state().taken()).reduce((_, last) -> last);
    var at = told.at().orElse(clock.instant());
    decisions.result(
        execution.owner(),
        execution.id(),
        new Result(
            contact,
            told.kind(),
            told.channel().or(() -> latest.map(Send::channel)),
            told.value(),
            at));
    if (execution.status() == Execution.Status.COMPLETED) overview.keep(execution);
    replies.responded(execution.owner(), contact, execution.id(), told.kind(), at);
    return show(execution, entry);
  }

  private Reply show(Execution execution, Entry entry) {
    return Reply.json(202, pages.lead(execution, entry));
  }
}
