package dev.switchboard.functions.outreach;

import dev.switchboard.functions.Services;
import dev.switchboard.functions.http.Cursor;
import dev.switchboard.functions.http.Endpoint;
import dev.switchboard.functions.http.Fields;
import dev.switchboard.functions.http.Findings;
import dev.switchboard.functions.http.Page;
import dev.switchboard.functions.http.Problem;
import dev.switchboard.functions.http.Reply;
import dev.switchboard.functions.http.Request;
import dev.switchboard.functions.http.Role;
import dev.switchboard.functions.http.Route;
import dev.switchboard.outreach.Execution;
import dev.switchboard.outreach.Executions;
import dev.switchboard.send.PurposeId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Shows executions: the list, one with its progress, its leads, and what all of them brought.
///
/// Sample input in `events/show-executions.json`. Changes nothing.
public final class ShowExecutions extends Endpoint {

  private static final Set<Role> ROLES = Set.of(Role.USER, Role.OPERATOR, Role.MANAGER, Role.ADMIN);
  private static final Pattern IDS = Pattern.compile("[A-Za-z0-9_-]{16}");
  private static final String LIST = "executions";

  private final Executions executions;
  private final Plans plans;
  private final Overview overview;
  private final LeadPages pages;
  private final Analytics analytics;
  private final Previews previews;

  public ShowExecutions() {
    this(Services.aws());
  }

  public ShowExecutions(Services services) {
    super(services.claims());
    this.executions = services.executions();
    this.plans = services.plans();
    this.overview = services.overview();
    this.pages = new LeadPages(services.decisions(), services.ledger(), services.summaries());
    this.analytics = new Analytics(executions, overview);
    this.previews = new Previews(services.decisions(), services.ledger());
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.of("GET", "/api/smart-send", ROLES, this::list),
        Route.of("GET", "/api/smart-send/analytics", ROLES, this::analyse),
        Route.of("GET", "/api/smart-send/{execution_id}", ROLES, this::show),
        Route.of("GET", "/api/smart-send/{execution_id}/leads", ROLES, this::leads));
  }

  /// @param next cursor of the next page; absent on the last
  private record ExecutionPage(List<ExecutionAnswer> executions, Optional<String> next) {}

  private Reply list(Request request) {
    var findings = new Findings();
    var query = request.query(findings);
    var page = Page.of(query, LIST, IDS);
    refuse(query, findings);
    var before = page.cursor().map(cursor -> new PurposeId(cursor.position()));
    var found = executions.list(request.caller().owner(), before, page.limit());
    var next =
        found.size() < page.limit()
            ? Optional.<String>empty()
            : Optional.of(new Cursor(LIST, found.getLast().id().value()).wire());
    return Reply.json(200, new ExecutionPage(found.stream().map(this::answer).toList(), next));
  }

  private Reply show(Request request) {
    request.noQuery();
    var execution = Found.execution(executions, request);
    return Reply.json(
        200, ExecutionAnswer.of(execution, overview.of(execution), previews.of(execution)));
  }

  private ExecutionAnswer answer(Execution execution) {
    return ExecutionAnswer.of(execution, overview.of(execution));
  }

  private Reply leads(Request request) {
    var execution = Found.execution(executions, request);
    var findings = new Findings();
    var query = request.query(findings);
    var state = query.choice("state", LeadStates.ALL, it -> it);
    var page = Page.of(query, LeadPages.list(execution.id(), state), LeadPages.POSITIONS);
    refuse(query, findings);
    return Reply.json(200, pages.page(execution, state, page));
  }

  private Reply analyse(Request request) {
    var findings = new Findings();
    var query = request.query(findings);
    var from = query.instant("from");
    var to = query.instant("to");
    if (from.isPresent() && to.filter(end -> !end.isAfter(from.get())).isPresent())
      query.wrong("to", "must be after `from`");
    var id =
        query.text("execution_id", LeadStates.ID).filter(it -> findings.none()).map(PurposeId::new);
    refuse(query, findings);
    var owner = request.caller().owner();
    var chosen =
        id.map(it -> Stream.of(Found.execution(executions, request, it)))
            .orElseGet(() -> analytics.since(owner, from))
            .filter(it -> Analytics.between(it, from, to))
            .filter(it -> !plans.givenUp(it));
    return Reply.json(200, analytics.of(chosen));
  }

  private static void refuse(Fields query, Findings findings) {
    query.close();
    findings.refuse(Problem.Kind.INVALID_PARAMETER);
  }
}
