package dev.switchboard.functions.campaign;

import dev.switchboard.campaign.Dossier;
import dev.switchboard.campaign.Stage;
import dev.switchboard.campaign.State;
import dev.switchboard.campaign.Steward;
import dev.switchboard.campaign.Turn;
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
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// Pauses, resumes, cancels or finishes a campaign, or has more contractors invited.
///
/// Sample input in `events/steer-campaign.json`. Safe to run twice: a campaign that stands as
/// wanted stays so; with an `Idempotency-Key` more are invited once.
public final class SteerCampaign extends Endpoint {

  private static final Set<Role> PEOPLE = Set.of(Role.OPERATOR, Role.MANAGER, Role.ADMIN);

  /// Whoever brought contractors may have them invited; never more than the wanted confidence asks.
  private static final Set<Role> PEOPLE_AND_AGENTS =
      Set.of(Role.OPERATOR, Role.MANAGER, Role.ADMIN, Role.AGENT);

  private static final Set<State> LIVING = Set.of(State.DRAFT, State.RUNNING, State.PAUSED);
  private static final List<Stage> STAGES =
      List.of(Stage.ESCALATION, Stage.EMERGENCY, Stage.FINAL_PUSH);

  private final Signals signals;
  private final Views views;
  private final Once once;
  private final InstantSource clock;

  public SteerCampaign() {
    this(Services.aws());
  }

  public SteerCampaign(Services services) {
    super(services.claims());
    this.signals = services.signals();
    this.views = new Views(services);
    this.once = services.once();
    this.clock = services.clock();
  }

  @Override
  public List<Route> routes() {
    return List.of(
        route("pause", PEOPLE, request -> nothing(request, this::paused)),
        route("resume", PEOPLE, request -> nothing(request, this::resumed)),
        route("cancel", PEOPLE, request -> nothing(request, it -> cancelled(request, it))),
        route("finish", PEOPLE, request -> nothing(request, it -> finished(request, it))),
        route("escalate", PEOPLE_AND_AGENTS, this::escalate));
  }

  private static Route route(String verb, Set<Role> roles, Function<Request, Reply> answer) {
    return Route.of("POST", "/api/campaigns/{campaign_id}/" + verb, roles, answer);
  }

  /// For what asks nothing of a body; some clients cannot post none, and `{}` is as good.
  private Reply nothing(Request request, UnaryOperator<Dossier> change) {
    request.noQuery();
    var body = request.body(Body.COMMON);
    if (!body.empty()) {
      var findings = new Findings();
      Fields.of(body.parsed(), "", Fields.Form.STRICT, findings).ifPresent(Fields::close);
      findings.refuse(Problem.Kind.INVALID_BODY);
    }
    return steer(request, body, change);
  }

  private Reply steer(Request request, Body body, UnaryOperator<Dossier> change) {
    var found = views.found(request);
    return once.answer(
        request,
        body,
        found.id().value(),
        new Once.Work(_ -> views.reply(202, told(found, change)), _ -> views.reply(202, found)));
  }

  private Dossier told(Dossier found, UnaryOperator<Dossier> change) {
    return signals.tell(found.owner(), found.id(), change).orElse(found);
  }

  private Dossier paused(Dossier dossier) {
    return moved(dossier, "pause", Set.of(State.RUNNING), State.PAUSED);
  }

  private Dossier resumed(Dossier dossier) {
    return moved(dossier, "resume", Set.of(State.PAUSED), State.RUNNING);
  }

  private static Dossier moved(Dossier dossier, String verb, Set<State> from, State to) {
    if (dossier.campaign().state() == to) return dossier;
    check(dossier, verb, from);
    return dossier.changed(dossier.campaign().in(to));
  }

  private Dossier cancelled(Request request, Dossier dossier) {
    if (dossier.campaign().state() == State.CANCELLED) return dossier;
    check(dossier, "cancel", LIVING);
    var now = clock.instant();
    var forecast = Steward.DEFAULT.forecast(dossier.campaign(), now);
    var by = request.caller().subject();
    return dossier.ordered(Turn.cancelled(dossier.campaign(), forecast, by, now));
  }

  private Dossier finished(Request request, Dossier dossier) {
    if (dossier.campaign().state() == State.FILLED) return dossier;
    check(dossier, "finish", LIVING);
    var now = clock.instant();
    var forecast = Steward.DEFAULT.forecast(dossier.campaign(), now);
    var by = request.caller().subject();
    return dossier.ordered(Turn.finished(dossier.campaign(), forecast, by, now));
  }

  private Reply escalate(Request request) {
    request.noQuery();
    var body = request.body(Body.COMMON);
    var stage = stage(body);
    return steer(
        request,
        body,
        dossier -> {
          check(dossier, "escalate", Set.of(State.RUNNING));
          return dossier.escalated(stage);
        });
  }

  private static Stage stage(Body body) {
    var findings = new Findings();
    var stage =
        Fields.of(body.json(), "", Fields.Form.STRICT, findings)
            .flatMap(fields -> {
              fields.require("stage", "is required: escalation, emergency or final_push");
              var named = fields.choice("stage", STAGES, Stage::wire);
              fields.close();
              return named;
            });
    findings.refuse(Problem.Kind.INVALID_BODY);
    return stage.orElseThrow();
  }

  private static void check(Dossier dossier, String verb, Set<State> from) {
    var state = dossier.campaign().state();
    if (!from.contains(state))
      throw new Refused(
          Problem.of(
              Problem.Kind.CONFLICT,
              "A campaign that is %s cannot be told to %s.".formatted(state.wire(), verb)));
  }
}
