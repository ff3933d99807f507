package dev.switchboard.local.machine.execution;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/// A task's token: it says which waiting of which walk it ends, so that none is ever looked up.
///
/// @param execution its ARN
public record Token(String execution, WalkId walk, long mark) {

  private static final String SEPARATOR = "|";

  String text() {
    var plain = String.join(SEPARATOR, execution, walk.path(), Long.toString(mark));
    return Base64.getUrlEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  /// @return empty for what is no token of ours
  public static Optional<Token> parse(String text) {
    try {
      var plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      var parts = plain.split("\\|", -1);
      if (parts.length != 3) return Optional.empty();
      return Optional.of(new Token(parts[0], new WalkId(parts[1]), Long.parseLong(parts[2])));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
