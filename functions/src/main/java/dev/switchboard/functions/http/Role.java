package dev.switchboard.functions.http;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a signed-in person or agent may do; a route names those it lets in.
public enum Role {
  USER,
  CREATOR,
  OPERATOR,
  MANAGER,
  ADMIN,
  AGENT;

  /// The name in tokens and in OpenAPI's `x-roles`.
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The role of that wire name; empty if there is none.
  public static Optional<Role> ofWire(String wire) {
    return Arrays.stream(values()).filter(role -> role.wire().equals(wire)).findFirst();
  }
}
