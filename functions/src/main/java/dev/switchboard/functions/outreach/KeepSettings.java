package dev.switchboard.functions.outreach;

import dev.switchboard.functions.Services;
import dev.switchboard.functions.http.Body;
import dev.switchboard.functions.http.Endpoint;
import dev.switchboard.functions.http.Reply;
import dev.switchboard.functions.http.Request;
import dev.switchboard.functions.http.Role;
import dev.switchboard.functions.http.Route;
import dev.switchboard.outreach.Executions;
import java.util.List;
import java.util.Set;

/// Shows and changes an owner's settings for smart-send.
///
/// Sample input in `events/keep-settings.json`. Safe to run twice: settings are replaced as a
/// whole.
public final class KeepSettings extends Endpoint {

  private final Executions executions;

  public KeepSettings() {
    this(Services.aws());
  }

  public KeepSettings(Services services) {
    super(services.claims());
    this.executions = services.executions();
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.of(
            "GET",
            "/api/smart-send/settings",
            Set.of(Role.OPERATOR, Role.MANAGER, Role.ADMIN),
            this::show),
        Route.of(
            "PUT", "/api/smart-send/settings", Set.of(Role.MANAGER, Role.ADMIN), this::change));
  }

  private Reply show(Request request) {
    request.noQuery();
    return Reply.json(200, SettingsAnswer.of(executions.settings(request.caller().owner())));
  }

  private Reply change(Request request) {
    request.noQuery();
    var settings = SettingsReader.read(request.body(Body.COMMON));
    executions.settings(request.caller().owner(), settings);
    return Reply.json(200, SettingsAnswer.of(settings));
  }
}
