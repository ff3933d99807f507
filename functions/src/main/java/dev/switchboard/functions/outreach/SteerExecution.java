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
import dev.switchboard.functions.send.Sweep;
import dev.switchboard.outreach.Execution;
import dev.switchboard.outreach.Execution.Approval;
import dev.switchboard.outreach.Execution.Status;
import dev.switchboard.outreach.Executions;
import dev.switchboard.send.Openings;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/// Approves, pauses, resumes or cancels an execution.
///
/// Sample input in `events/steer-execution.json`. Safe to run twice: an execution that already
/// stands as wanted stays so, and one is approved once.
public final class SteerExecution extends Endpoint {

  private static final Set<Role> ROLES = Set.of(Role.OPERATOR, Role.MANAGER, Role.ADMIN);
  private static final Set<Role> APPROVERS = Set.of(Role.MANAGER, Role.ADMIN);
  private static final Set<Status> OPEN =
      Set.of(Status.PLANNING, Status.AWAITING_APPROVAL, Status.RUNNING, Status.PAUSED);

  private static final String APPROVE = "approve";

  private final Executions executions;
  private final Overview overview;
  private final Openings openings;
  private final Sweep sweep;
  private final Once once;
  private final InstantSource clock;

  public SteerExecution() {
    this(Services.aws());
  }

  public SteerExecution(Services services) {
    super(services.claims());
    this.executions = services.executions();
    this.overview = services.overview();
    this.openings = services.openings();
    this.sweep = services.sweep();
    this.once = services.once();
    this.clock = services.clock();
  }

  @Override
  public List<Route> routes() {
    return List.of(
        route(APPROVE, APPROVERS, Set.of(Status.AWAITING_APPROVAL), Status.RUNNING),
        route("pause", ROLES, Set.of(Status.RUNNING), Status.PAUSED),
        route("resume", ROLES, Set.of(Status.PAUSED), Status.RUNNING),
        route("cancel", ROLES, OPEN, Status.CANCELLED));
  }

  private Route route(String verb, Set<Role> roles, Set<Status> from, Status to) {
    return Route.of(
        "POST",
        "/api/smart-send/{execution_id}/" + verb,
        roles,
        request -> steer(request, verb, from, to));
  }

  private Reply steer(Request request, String verb, Set<Status> from, Status to) {
    request.noQuery();
    var body = request.body(Body.COMMON);
    refuseFields(body);
    var execution = Found.execution(executions, request);
    return once.answer(
        request,
        body,
        execution.id().value(),
        new Once.Work(
            _ -> change(request, verb, from, to), _ -> show(Found.execution(executions, request))));
  }

  /// Nothing is asked of a body, but some clients cannot post none: `{}` is as good.
  private static void refuseFields(Body body) {
    if (body.empty()) return;
    var findings = new Findings();
    Fields.of(body.parsed(), "", Fields.Form.STRICT, findings).ifPresent(Fields::close);
    findings.refuse(Problem.Kind.INVALID_BODY);
  }

  private Reply change(Request request, String verb, Set<Status> from, Status to) {
    while (true) {
      var execution = Found.execution(executions, request);
      if (execution.status() == to && !verb.equals(APPROVE)) return show(execution);
      if (!from.contains(execution.status())) throw conflict(verb, execution);
      var changed = verb.equals(APPROVE) ? approved(request, execution) : execution.with(to);
      if (!executions.change(execution, changed)) continue;
      // What waits is looked at again now: let go, or withdrawn. Missing this costs a minute.
      openings.find(execution.owner(), execution.id()).ifPresent(sweep::sweep);
      return show(changed);
    }
  }

  private Execution approved(Request request, Execution execution) {
    return execution.approved(new Approval(request.caller().subject(), clock.instant()));
  }

  private static Refused conflict(String verb, Execution execution) {
    var approval =
        execution
            .approval()
            .filter(_ -> verb.equals(APPROVE))
            .map(it -> " %s approved it at %s.".formatted(it.by(), it.at()))
            .orElse("");
    return new Refused(
        Problem.of(
            Problem.Kind.CONFLICT,
            "An execution that is %s cannot be told to %s.%s"
                .formatted(execution.status().wire(), verb, approval)));
  }

  private Reply show(Execution execution) {
    return Reply.json(202, ExecutionAnswer.of(execution, overview.of(execution)));
  }
}
