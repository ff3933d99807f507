package dev.switchboard.functions;

import dev.switchboard.functions.http.Endpoint;
import dev.switchboard.functions.http.Reply;
import dev.switchboard.functions.http.Request;
import dev.switchboard.functions.http.Route;
import java.util.List;
import java.util.Map;

/// Says that the product is up.
///
/// Sample input in `events/check-health.json`. Asks nothing of anybody.
public final class CheckHealth extends Endpoint {

  public CheckHealth() {
    this(Services.aws());
  }

  public CheckHealth(Services services) {
    super(services.claims());
  }

  @Override
  public List<Route> routes() {
    return List.of(Route.open("GET", "/health", CheckHealth::up));
  }

  private static Reply up(Request request) {
    request.noQuery();
    return Reply.json(200, Map.of("status", "up"));
  }
}
