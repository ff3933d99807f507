package dev.switchboard.functions.campaign;

import dev.switchboard.campaign.Answer;
import dev.switchboard.campaign.Dossier;
import dev.switchboard.campaign.Response;
import dev.switchboard.contact.ContactId;
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
import dev.switchboard.price.Usd;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Records what an invited contractor answered; late bids as well.
///
/// Sample input in `events/record-response.json`. Safe to run twice: what says nothing new changes
/// nothing.
public final class RecordResponse extends Endpoint {

  private static final Set<Role> ROLES =
      Set.of(Role.OPERATOR, Role.MANAGER, Role.ADMIN, Role.AGENT);
  private static final Usd MOST = Usd.of("100000000");
  private static final Text ID =
      Text.form("[A-Za-z0-9_-]{16}", "must be the id of a contractor, 16 characters");

  private final Hearing hearing;
  private final Views views;
  private final Once once;
  private final InstantSource clock;

  public RecordResponse() {
    this(Services.aws());
  }

  public RecordResponse(Services services) {
    super(services.claims());
    this.hearing = new Hearing(services.contacts(), services.signals());
    this.views = new Views(services);
    this.once = services.once();
    this.clock = services.clock();
  }

  @Override
  public List<Route> routes() {
    return List.of(Route.of("POST", "/api/campaigns/{campaign_id}/responses", ROLES, this::record));
  }

  private Reply record(Request request) {
    request.noQuery();
    var body = request.body(Body.COMMON);
    var answer = read(body);
    var found = views.found(request);
    checkInvited(found, answer.contractor());
    return once.answer(
        request,
        body,
        found.id().value(),
        new Once.Work(
            _ -> views.reply(202, hearing.hear(found, answer)), _ -> views.reply(202, found)));
  }

  private static void checkInvited(Dossier dossier, ContactId contractor) {
    if (dossier.campaign().invitations().stream()
        .noneMatch(it -> it.contractor().equals(contractor)))
      throw new Refused(
          Problem.of(
              Problem.Kind.CONFLICT, "Contractor %s was not invited.".formatted(contractor)));
  }

  private Answer read(Body body) {
    var findings = new Findings();
    var answer = Fields.of(body.json(), "", Fields.Form.STRICT, findings).flatMap(this::read);
    findings.refuse(Problem.Kind.INVALID_BODY);
    return answer.orElseThrow();
  }

  private Optional<Answer> read(Fields fields) {
    fields.require("contractor_id", "is required: who answered");
    fields.require("kind", "is required: BID, DECLINE, QUESTION or BOUNCE");
    var contractor = fields.text("contractor_id", ID).map(ContactId::new);
    var kind = fields.choice("kind", List.of(Response.values()), Response::name);
    var amount = fields.money("amount", Usd.ZERO, MOST);
    if (fields.has("amount") && kind.filter(it -> it != Response.BID).isPresent())
      fields.wrong("amount", "belongs to a BID only");
    var note = fields.text("note", Text.lines(1, Answer.NOTE));
    fields.close();
    if (contractor.isEmpty() || kind.isEmpty()) return Optional.empty();
    return Optional.of(
        new Answer(contractor.get(), kind.get(), amount, note, "api", clock.instant()));
  }
}
