package dev.switchboard.functions.http;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// One method and path that a function answers.
///
/// @param method `GET`
/// @param path as in the template: `/api/smart-send/{execution_id}`
/// @param roles who is let in, none if it is an empty set; absent: everybody, without a token
public record Route(
    String method, String path, Optional<Set<Role>> roles, Function<Request, Reply> answer) {

  public Route {
    roles = roles.map(Set::copyOf);
  }

  /// A route for signed-in callers who have one of those roles.
  public static Route of(
      String method, String path, Set<Role> roles, Function<Request, Reply> answer) {
    return new Route(method, path, Optional.of(roles), answer);
  }

  /// A route without identity: health, links in e-mails.
  public static Route open(String method, String path, Function<Request, Reply> answer) {
    return new Route(method, path, Optional.empty(), answer);
  }

  /// The gateway's name of it: `GET /api/smart-send/{execution_id}`.
  public String key() {
    return method + " " + path;
  }
}
