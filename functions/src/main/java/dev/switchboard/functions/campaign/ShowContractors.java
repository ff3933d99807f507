package dev.switchboard.functions.campaign;

import dev.switchboard.OwnerId;
import dev.switchboard.campaign.Candidate;
import dev.switchboard.campaign.Directory;
import dev.switchboard.campaign.Site;
import dev.switchboard.campaign.Tier;
import dev.switchboard.contact.ContactId;
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
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Shows contractors: the directory, one of them, and who could be invited to a place now.
///
/// Sample input in `events/show-contractors.json`. Changes nothing.
public final class ShowContractors extends Endpoint {

  private static final Set<Role> ROLES =
      Set.of(Role.USER, Role.OPERATOR, Role.MANAGER, Role.ADMIN, Role.AGENT);
  private static final Pattern IDS = Pattern.compile("[A-Za-z0-9_-]{16}");

  private final Services services;
  private final Directory directory;
  private final Contractors contractors;

  public ShowContractors() {
    this(Services.aws());
  }

  public ShowContractors(Services services) {
    super(services.claims());
    this.services = services;
    this.directory = services.directory();
    this.contractors = new Contractors(services);
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.of("GET", "/api/contractors", ROLES, this::list),
        Route.of("GET", "/api/contractors/available", ROLES, this::available),
        Route.of("GET", "/api/contractors/{contractor_id}", ROLES, this::show));
  }

  /// @param next cursor of the next page; absent on the last
  private record ContractorPage(List<ContractorAnswer> contractors, Optional<String> next) {}

  private Reply list(Request request) {
    var findings = new Findings();
    var query = request.query(findings);
    var trade = CardReader.trade(query);
    var name = "contractors:" + trade.orElse("");
    var page = Page.of(query, name, IDS);
    refuse(query, findings);
    var owner = request.caller().owner();
    var after = page.cursor().map(cursor -> new ContactId(cursor.position()));
    var found = directory.list(owner, trade, after, page.limit());
    var next =
        found.size() < page.limit()
            ? Optional.<String>empty()
            : Optional.of(new Cursor(name, found.getLast().id().value()).wire());
    return Reply.json(200, new ContractorPage(contractors.answers(owner, found), next));
  }

  private Reply show(Request request) {
    request.noQuery();
    return Reply.json(
        200, contractors.answer(request.caller().owner(), contractors.found(request)));
  }

  /// @param tiers how many of each, `tier_1` to `tier_3`
  /// @param leftOut how many more serve the place, by why they cannot be invited
  private record Available(
      int contractors,
      Map<String, Long> tiers,
      Map<String, Integer> leftOut,
      List<Ranked> ranked) {}

  /// @param rate chance that it ever bids, 0 to 1
  /// @param from when an invitation could leave
  private record Ranked(String contractorId, int tier, BigDecimal rate, Instant from) {
    static Ranked of(Candidate candidate) {
      return new Ranked(
          candidate.contractor().value(),
          candidate.tier().number(),
          CampaignAnswer.rounded(candidate.rate()),
          candidate.from());
    }
  }

  private Reply available(Request request) {
    var findings = new Findings();
    var query = request.query(findings);
    query.require("trade", "is required: whose bids are wanted");
    var trade = CardReader.trade(query);
    var site = CardReader.site(query);
    refuse(query, findings);
    return Reply.json(
        200, available(request.caller().owner(), trade.orElseThrow(), site.orElseThrow()));
  }

  private Available available(OwnerId owner, String trade, Site site) {
    var policy = services.house(owner, "").policy();
    var now = services.clock().instant();
    var pool = services.crew().available(owner, trade, site, policy, now);
    var all = pool.candidates();
    var tiers =
        Tier.ALL.stream()
            .collect(
                Collectors.toMap(
                    tier -> "tier_" + tier.number(),
                    tier -> all.stream().filter(one -> one.tier() == tier).count()));
    return new Available(
        all.size(), tiers, pool.leftOut(), all.stream().limit(Page.MOST).map(Ranked::of).toList());
  }

  private static void refuse(Fields query, Findings findings) {
    query.close();
    findings.refuse(Problem.Kind.INVALID_PARAMETER);
  }
}
