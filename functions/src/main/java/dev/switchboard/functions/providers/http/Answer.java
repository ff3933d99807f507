package dev.switchboard.functions.providers.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.switchboard.functions.Json;
import java.time.Duration;
import java.util.Optional;

/// What came of one request.
public sealed interface Answer {

  /// The other side answered, whole.
  ///
  /// @param retryAfter of the header `Retry-After`, in seconds; empty when it is not there or a
  ///   date
  record Answered(int status, Optional<Duration> retryAfter, String body) implements Answer {

    public boolean success() {
      return status >= 200 && status < 300;
    }

    /// The body as JSON; a missing node when it is not.
    public JsonNode json() {
      try {
        return Optional.ofNullable(Json.MAPPER.readTree(body)).orElse(MissingNode.getInstance());
      } catch (JsonProcessingException e) {
        return MissingNode.getInstance();
      }
    }
  }

  /// It never got as far as the body: nobody can have taken it.
  record NotSent(String cause) implements Answer {}

  /// Some of the body may have left, and no whole answer came: nobody can tell.
  record Lost(String cause) implements Answer {}
}
