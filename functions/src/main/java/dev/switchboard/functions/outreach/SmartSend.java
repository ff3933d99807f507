package dev.switchboard.functions.outreach;

import dev.switchboard.functions.Services;
import dev.switchboard.functions.http.Body;
import dev.switchboard.functions.http.Endpoint;
import dev.switchboard.functions.http.Once;
import dev.switchboard.functions.http.Reply;
import dev.switchboard.functions.http.Request;
import dev.switchboard.functions.http.Role;
import dev.switchboard.functions.http.Route;
import dev.switchboard.outreach.Order;
import dev.switchboard.send.PurposeId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Takes an order of leads in, routes and prices each, and has the plan written.
///
/// Sample input in `events/smart-send.json`. Safe to run twice with an `Idempotency-Key`: a plan
/// that stands is gone on with, one that was not kept to its end is given up.
public final class SmartSend extends Endpoint {

  private static final Set<Role> ROLES = Set.of(Role.OPERATOR, Role.MANAGER, Role.ADMIN);

  private final Intake intake;
  private final OrderReader reader;
  private final Once once;
  private final Supplier<PurposeId> ids;
  private final Optional<String> publicUrl;
  private final Rehearsal rehearsal;

  public SmartSend() {
    this(Services.aws());
  }

  public SmartSend(Services services) {
    super(services.claims());
    this.intake = new Intake(services);
    this.reader = new OrderReader(new KnownAddresses(services.gate().rules()));
    this.once = services.once();
    this.ids = services.idsAndSecrets()::purpose;
    this.rehearsal = new Rehearsal(services);
    this.publicUrl = services.settings().publicUrl();
  }

  @Override
  public void prime() {
    rehearse(rehearsal.order());
    rehearsal.accepting();
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.of("POST", "/api/smart-send", ROLES, this::send),
        Route.of("POST", "/functions/v1/smart-send", ROLES, this::send));
  }

  private Reply send(Request request) {
    var body = request.body(Body.LEADS);
    var order = reader.read(body, request.parameters());
    var owner = request.caller().owner();
    var _ = request.idempotencyKey(); // malformed, it is refused for a dry run as well
    if (order.dryRun()) return Reply.json(200, intake.rehearse(owner, order, ids.get()));
    return once.answer(
        request,
        body,
        ids.get().value(),
        new Once.Work(
            id -> accept(request, order, new PurposeId(id)),
            id -> Reply.json(202, intake.receipt(owner, new PurposeId(id)))));
  }

  private Reply accept(Request request, Order order, PurposeId id) {
    var caller = request.caller();
    return Reply.json(
        202,
        intake.accept(caller.owner(), caller.subject(), order, id, request.publicUrl(publicUrl)));
  }
}
