package dev.switchboard.functions.campaign;

import dev.switchboard.OwnerId;
import dev.switchboard.Unavailable;
import dev.switchboard.campaign.BidCard;
import dev.switchboard.campaign.Campaign;
import dev.switchboard.campaign.CampaignSettings;
import dev.switchboard.campaign.Campaigns;
import dev.switchboard.campaign.Candidate;
import dev.switchboard.campaign.Dossier;
import dev.switchboard.campaign.House;
import dev.switchboard.campaign.Planner;
import dev.switchboard.campaign.Steward;
import dev.switchboard.campaign.Strategy.NoCapacity;
import dev.switchboard.campaign.Strategy.Proposal;
import dev.switchboard.campaign.Timeline;
import dev.switchboard.campaign.Turn;
import dev.switchboard.functions.Services;
import dev.switchboard.functions.Trouble;
import dev.switchboard.functions.events.Event.ContractorsWanted;
import dev.switchboard.functions.http.Body;
import dev.switchboard.functions.http.Endpoint;
import dev.switchboard.functions.http.Once;
import dev.switchboard.functions.http.Problem;
import dev.switchboard.functions.http.Refused;
import dev.switchboard.functions.http.Reply;
import dev.switchboard.functions.http.Request;
import dev.switchboard.functions.http.Role;
import dev.switchboard.functions.http.Route;
import dev.switchboard.send.PurposeId;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// Takes a bid card in, plans whom to invite, and starts the campaign's machine.
///
/// Sample input in `events/create-campaign.json`. Safe to run twice with an `Idempotency-Key`: a
/// campaign that stands is started, not made again.
public final class CreateCampaign extends Endpoint {

  private static final Set<Role> ROLES =
      Set.of(Role.OPERATOR, Role.MANAGER, Role.ADMIN, Role.AGENT);

  private final Services services;
  private final Campaigns campaigns;
  private final Crew crew;
  private final Machine machine;
  private final Once once;
  private final Views views;

  public CreateCampaign() {
    this(Services.aws());
  }

  public CreateCampaign(Services services) {
    this(services, services.crew());
  }

  public CreateCampaign(Services services, Crew crew) {
    super(services.claims());
    this.services = services;
    this.campaigns = services.campaigns();
    this.crew = crew;
    this.machine = services.campaignMachine();
    this.once = services.once();
    this.views = new Views(services);
  }

  @Override
  public List<Route> routes() {
    return List.of(Route.of("POST", "/api/campaigns", ROLES, this::create));
  }

  private Reply create(Request request) {
    request.noQuery();
    var body = request.body(Body.COMMON);
    var card = CardReader.card(body);
    return once.answer(
        request,
        body,
        services.idsAndSecrets().purpose().value(),
        new Once.Work(
            id -> make(request, card, new PurposeId(id)),
            id -> show(request.caller().owner(), new PurposeId(id))));
  }

  private Reply make(Request request, BidCard card, PurposeId id) {
    var owner = request.caller().owner();
    var dossier =
        campaigns.find(owner, id).orElseGet(() -> campaigns.begin(planned(request, card, id)));
    try {
      machine.start(dossier);
    } catch (Unavailable e) {
      // It stands: whoever was told that it failed would order it twice.
      System.err.println("the sweeper starts the campaign: " + Trouble.line(e));
    }
    return views.reply(201, dossier);
  }

  private Reply show(OwnerId owner, PurposeId id) {
    return views.reply(201, campaigns.find(owner, id).orElseThrow());
  }

  private Dossier planned(Request request, BidCard card, PurposeId id) {
    var now = services.clock().instant();
    var caller = request.caller();
    var url = request.publicUrl(services.settings().publicUrl());
    var house = services.house(caller.owner(), url);
    var timeline = timeline(card, house, now);
    var pool = crew.available(caller.owner(), card.trade(), card.site(), house.policy(), now);
    var selection = selected(card, pool.candidates(), timeline);
    var proposal =
        switch (selection.strategy()) {
          case Proposal found -> found;
          case NoCapacity(var because) ->
              throw nobody(
                  ContractorsWanted.none(
                      caller.owner(), card, timeline.deadline(), because + pool.told()));
        };
    var draft = Campaign.launched(card.wish(), timeline, CampaignSettings.DEFAULT, List.of());
    var forecast = Turn.launched(Steward.DEFAULT, draft, selection.invited(), "", now).forecast();
    var head = new Dossier.Head(caller.owner(), id, card, house, caller.subject(), now);
    return Dossier.drafted(head, proposal, draft, forecast);
  }

  private Timeline timeline(BidCard card, House house, Instant now) {
    int hours = card.wish().need().hours();
    if (!card.sendableHours()) return Timeline.wallClock(now, hours);
    return Timeline.sendable(now, hours, views.open(card.site().zone(), house.policy()))
        .orElseThrow(() -> refused("So many hours in which messages may leave never come there."));
  }

  private static Planner.Selection selected(BidCard card, List<Candidate> pool, Timeline timeline) {
    if (!pool.isEmpty()) checkInTime(pool, timeline);
    return Planner.DEFAULT.plan(card.wish(), pool, timeline);
  }

  /// @throws Refused 422 where every invitation would leave too late (CAM-C21)
  private static void checkInTime(List<Candidate> pool, Timeline timeline) {
    var first = pool.stream().map(Candidate::from).min(Instant::compareTo).orElseThrow();
    if (!first.isBefore(timeline.deadline()))
      throw refused(
          "The first invitation may leave at %s, and the deadline is %s: take a longer timeline."
              .formatted(first, timeline.deadline()));
  }

  private static Refused refused(String because) {
    return new Refused(Problem.of(Problem.Kind.NOTHING_IN_TIME, because));
  }

  /// Whoever finds contractors is told before it is refused; else nobody would ever bring any.
  private Refused nobody(ContractorsWanted wanted) {
    try {
      services.bus().tell(wanted);
    } catch (Unavailable e) {
      System.err.println("nobody is told that contractors are wanted: " + Trouble.line(e));
    }
    return new Refused(
        Problem.of(
            Problem.Kind.NO_CAPACITY, "NO_CAPACITY: for that trade and place " + wanted.because()));
  }
}
