package dev.switchboard.functions.webhooks;

import dev.switchboard.functions.http.Body;
import dev.switchboard.functions.http.Request;
import java.util.Optional;
import java.util.function.Function;

/// A request of which nothing is believed yet.
///
/// @param header the value of a header, whatever the case of its name
/// @param target path and query as they came, nothing decoded
/// @param body as it came
record Incoming(Function<String, Optional<String>> header, String target, Body body) {

  /// @param most bytes of its body
  static Incoming of(Request request, int most) {
    return new Incoming(request::header, request.target(), request.body(most));
  }
}
