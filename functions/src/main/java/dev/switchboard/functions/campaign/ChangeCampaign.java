package dev.switchboard.functions.campaign;

import dev.switchboard.campaign.Campaign;
import dev.switchboard.campaign.CampaignSettings;
import dev.switchboard.campaign.Dossier;
import dev.switchboard.campaign.Timeline;
import dev.switchboard.functions.Services;
import dev.switchboard.functions.http.Body;
import dev.switchboard.functions.http.Endpoint;
import dev.switchboard.functions.http.Fields;
import dev.switchboard.functions.http.Findings;
import dev.switchboard.functions.http.Problem;
import dev.switchboard.functions.http.Refused;
import dev.switchboard.functions.http.Reply;
import dev.switchboard.functions.http.Request;
import dev.switchboard.functions.http.Role;
import dev.switchboard.functions.http.Route;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Changes deadline or target of a campaign while it runs.
///
/// Sample input in `events/change-campaign.json`. Safe to run twice: it stands as wanted then.
public final class ChangeCampaign extends Endpoint {

  private static final Set<Role> ROLES = Set.of(Role.OPERATOR, Role.MANAGER, Role.ADMIN);

  private final Signals signals;
  private final Views views;
  private final InstantSource clock;

  public ChangeCampaign() {
    this(Services.aws());
  }

  public ChangeCampaign(Services services) {
    super(services.claims());
    this.signals = services.signals();
    this.views = new Views(services);
    this.clock = services.clock();
  }

  @Override
  public List<Route> routes() {
    return List.of(Route.of("PATCH", "/api/campaigns/{campaign_id}", ROLES, this::change));
  }

  /// @param hours in all, from the campaign's start
  private record Wanted(Optional<Integer> hours, Optional<Integer> bids) {}

  private Reply change(Request request) {
    request.noQuery();
    var wanted = read(request.body(Body.COMMON));
    var found = views.found(request);
    var changed =
        signals.tell(
            found.owner(),
            found.id(),
            dossier -> {
              var other = changed(dossier, wanted);
              return other.equals(dossier.campaign()) ? dossier : dossier.changed(other);
            });
    return views.reply(200, changed.orElse(found));
  }

  private static Wanted read(Body body) {
    var findings = new Findings();
    var wanted =
        Fields.of(body.json(), "", Fields.Form.STRICT, findings)
            .map(fields -> {
              var read = new Wanted(CardReader.hours(fields), CardReader.bids(fields));
              if (!fields.has("timeline_hours") && !fields.has("bids_needed"))
                fields.wrong("timeline_hours", "or `bids_needed` is required: what is to change");
              fields.close();
              return read;
            });
    findings.refuse(Problem.Kind.INVALID_BODY);
    return wanted.orElseThrow();
  }

  private Campaign changed(Dossier dossier, Wanted wanted) {
    var campaign = dossier.campaign();
    if (campaign.state().ended())
      throw conflict("A campaign that is %s stays so.".formatted(campaign.state().wire()));
    if (wanted.bids().isPresent()) campaign = campaign.retargeted(wanted.bids().get());
    if (wanted.hours().isEmpty()) return campaign;
    var timeline = timeline(dossier, wanted.hours().get());
    if (!timeline.deadline().isAfter(clock.instant()))
      throw conflict(
          "The deadline would be %s, which is over: cancel or finish the campaign."
              .formatted(timeline.deadline()));
    return campaign.rescheduled(timeline, CampaignSettings.DEFAULT);
  }

  private Timeline timeline(Dossier dossier, int hours) {
    var start = dossier.createdAt();
    if (!dossier.card().sendableHours()) return Timeline.wallClock(start, hours);
    var open = views.open(dossier.card().site().zone(), dossier.house().policy());
    return Timeline.sendable(start, hours, open)
        .orElseThrow(() -> conflict("So many hours in which messages may leave never come there."));
  }

  private static Refused conflict(String because) {
    return new Refused(Problem.of(Problem.Kind.CONFLICT, because));
  }
}
