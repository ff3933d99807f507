package dev.switchboard.functions.health;

import dev.switchboard.functions.Services;
import dev.switchboard.functions.http.Endpoint;
import dev.switchboard.functions.http.Reply;
import dev.switchboard.functions.http.Request;
import dev.switchboard.functions.http.Role;
import dev.switchboard.functions.http.Route;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Says how everything does that the product depends on.
///
/// Sample input in `events/check-dependencies.json`. Changes nothing and costs nothing at any
/// vendor. An answer is good for three seconds: whoever asks more often gets the same again.
public final class CheckDependencies extends Endpoint {

  private static final Duration GOOD = Duration.ofSeconds(3);

  private final Dependencies dependencies;
  private final InstantSource clock;
  private Optional<Looked> last = Optional.empty();

  private record Looked(DependencyAnswer answer, Instant at) {}

  public CheckDependencies() {
    this(Services.aws());
  }

  public CheckDependencies(Services services) {
    super(services.claims());
    this.dependencies = Dependencies.of(services);
    this.clock = services.clock();
  }

  @Override
  public List<Route> routes() {
    return List.of(Route.of("GET", "/health/dependencies", Set.of(Role.ADMIN), this::show));
  }

  private Reply show(Request request) {
    request.noQuery();
    return Reply.json(200, look());
  }

  private synchronized DependencyAnswer look() {
    var now = clock.instant();
    var good = last.filter(it -> now.isBefore(it.at().plus(GOOD)));
    if (good.isPresent()) return good.get().answer();
    var answer = DependencyAnswer.of(dependencies.check(), now);
    last = Optional.of(new Looked(answer, now));
    return answer;
  }
}
