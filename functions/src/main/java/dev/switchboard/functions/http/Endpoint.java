package dev.switchboard.functions.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.Unavailable;
import dev.switchboard.functions.Handler;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A function that answers HTTP: finds the route, lets in whom the route names, and tells what went
/// wrong as a [Problem].
///
/// A caller's mistake ([Refused], [IllegalArgumentException]) is a 4xx, [Unavailable] a 503 with
/// `Retry-After`. Anything else is ours: logged with its stack, answered 500 without details.
public abstract class Endpoint extends Handler<JsonNode, Map<String, Object>> {

  private static final Duration TRY_AGAIN = Duration.ofSeconds(5);

  private final Claims claims;

  protected Endpoint(Claims claims) {
    super(JsonNode.class);
    this.claims = claims;
  }

  /// The routes of this function, each as the template has it.
  public abstract List<Route> routes();

  /// Asks for what there is not; a function that much depends on does more.
  @Override
  public void prime() {
    rehearse("{\"routeKey\": \"GET /rehearsal\"}");
  }

  @Override
  protected final Map<String, Object> handle(JsonNode event, Remaining remaining) {
    var request = new Request(event, claims, remaining);
    return answer(request).response(request.id());
  }

  private Reply answer(Request request) {
    try {
      return route(request).answer().apply(request);
    } catch (Refused e) {
      return e.problem().reply(request.id());
    } catch (Unavailable e) {
      Log.warn(request, e);
      return Problem.of(Problem.Kind.UNAVAILABLE).after(TRY_AGAIN).reply(request.id());
    } catch (IllegalArgumentException e) {
      Log.warn(request, e);
      var detail = Finding.shown(String.valueOf(e.getMessage()));
      return Problem.of(Problem.Kind.INVALID_REQUEST, detail).reply(request.id());
    } catch (RuntimeException e) {
      // The only place that takes everything: past it, the gateway would answer without request id.
      Log.error(request, e);
      return Problem.of(Problem.Kind.UNEXPECTED).reply(request.id());
    }
  }

  private Route route(Request request) {
    var route =
        routes().stream()
            .filter(candidate -> candidate.key().equals(request.routeKey()))
            .findFirst()
            .orElseThrow(() -> new Refused(Problem.of(Problem.Kind.NOT_FOUND)));
    route.roles().ifPresent(roles -> allow(request, roles));
    return route;
  }

  private static void allow(Request request, Set<Role> roles) {
    if (request.caller().hasAny(roles)) return;
    var names = String.join(", ", roles.stream().map(Role::wire).sorted().toList());
    var detail =
        roles.isEmpty() ? "Nobody is let in." : "It takes one of the roles: " + names + ".";
    throw new Refused(Problem.of(Problem.Kind.NOT_ALLOWED, detail));
  }
}
