package dev.switchboard.local.http;

import java.util.Optional;

/// Something that answers a part of the requests.
@FunctionalInterface
public interface Pages {

  /// @return empty when the request is not for these pages
  Optional<Reply> answer(Request request);
}
