package dev.switchboard.functions.campaign;

import dev.switchboard.campaign.Directory;
import dev.switchboard.functions.Services;
import dev.switchboard.functions.campaign.ContractorReader.Facts;
import dev.switchboard.functions.http.Body;
import dev.switchboard.functions.http.Endpoint;
import dev.switchboard.functions.http.Fields;
import dev.switchboard.functions.http.Findings;
import dev.switchboard.functions.http.Problem;
import dev.switchboard.functions.http.Reply;
import dev.switchboard.functions.http.Request;
import dev.switchboard.functions.http.Role;
import dev.switchboard.functions.http.Route;
import java.util.List;
import java.util.Set;

/// Changes what is known of a contractor, or takes it out of the directory.
///
/// Sample input in `events/change-contractor.json`. Safe to run twice: it stands as wanted then.
/// The contact stays: `DELETE /api/contacts/{contact_id}` erases it.
public final class ChangeContractor extends Endpoint {

  private static final String PATH = "/api/contractors/{contractor_id}";
  private static final Set<Role> ROLES = Set.of(Role.OPERATOR, Role.MANAGER, Role.ADMIN);

  private final Directory directory;
  private final Contractors contractors;

  public ChangeContractor() {
    this(Services.aws());
  }

  public ChangeContractor(Services services) {
    super(services.claims());
    this.directory = services.directory();
    this.contractors = new Contractors(services);
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.of("PATCH", PATH, ROLES, this::change),
        Route.of("DELETE", PATH, ROLES, this::remove));
  }

  private Reply change(Request request) {
    request.noQuery();
    var facts = facts(request.body(Body.COMMON));
    var owner = request.caller().owner();
    while (true) {
      var changed = facts.changing(contractors.found(request));
      if (directory.put(owner, changed)) return Reply.json(200, contractors.answer(owner, changed));
    }
  }

  private static Facts facts(Body body) {
    var findings = new Findings();
    var facts =
        Fields.of(body.json(), "", Fields.Form.STRICT, findings)
            .map(fields -> {
              var read = Facts.read(fields);
              fields.close();
              return read;
            });
    findings.refuse(Problem.Kind.INVALID_BODY);
    return facts.orElseThrow();
  }

  private Reply remove(Request request) {
    request.noQuery();
    directory.remove(request.caller().owner(), contractors.found(request).id());
    return Reply.noContent();
  }
}
