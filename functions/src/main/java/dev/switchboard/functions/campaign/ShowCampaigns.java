package dev.switchboard.functions.campaign;

import dev.switchboard.campaign.Campaigns;
import dev.switchboard.campaign.State;
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
import dev.switchboard.send.PurposeId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Shows campaigns: the list, one with its forecast and history, and what all of them brought.
///
/// Sample input in `events/show-campaigns.json`. Changes nothing.
public final class ShowCampaigns extends Endpoint {

  private static final Set<Role> ROLES =
      Set.of(Role.USER, Role.OPERATOR, Role.MANAGER, Role.ADMIN, Role.AGENT);
  private static final Pattern IDS = Pattern.compile("[A-Za-z0-9_-]{16}");
  private static final List<State> STATES = List.of(State.values());

  private final Campaigns campaigns;
  private final Views views;

  public ShowCampaigns() {
    this(Services.aws());
  }

  public ShowCampaigns(Services services) {
    super(services.claims());
    this.campaigns = services.campaigns();
    this.views = new Views(services);
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.of("GET", "/api/campaigns", ROLES, this::list),
        Route.of("GET", "/api/campaigns/analytics", ROLES, this::analyse),
        Route.of("GET", "/api/campaigns/{campaign_id}", ROLES, this::show));
  }

  /// @param next cursor of the next page; absent on the last
  private record CampaignPage(List<CampaignAnswer> campaigns, Optional<String> next) {}

  private Reply list(Request request) {
    var findings = new Findings();
    var query = request.query(findings);
    var state = query.choice("status", STATES, State::wire);
    var name = "campaigns:" + state.map(State::wire).orElse("");
    var page = Page.of(query, name, IDS);
    refuse(query, findings);
    var before = page.cursor().map(cursor -> new PurposeId(cursor.position()));
    var found = campaigns.list(request.caller().owner(), state, before, page.limit());
    var next =
        found.size() < page.limit()
            ? Optional.<String>empty()
            : Optional.of(new Cursor(name, found.getLast().id().value()).wire());
    return Reply.json(200, new CampaignPage(found.stream().map(CampaignAnswer::of).toList(), next));
  }

  private Reply show(Request request) {
    request.noQuery();
    return views.reply(200, views.found(request));
  }

  private Reply analyse(Request request) {
    var findings = new Findings();
    var query = request.query(findings);
    var from = query.instant("from");
    var to = query.instant("to");
    refuse(query, findings);
    return Reply.json(200, Analytics.of(campaigns, request.caller().owner(), from, to));
  }

  private static void refuse(Fields query, Findings findings) {
    query.close();
    findings.refuse(Problem.Kind.INVALID_PARAMETER);
  }
}
