package dev.switchboard.functions.http;

import dev.switchboard.OwnerId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The names of the claims that say who asks; issuers differ in them.
///
/// @param owner claim with the owner: `owner`, `custom:owner`
/// @param roles claim with the roles: `roles`, `cognito:groups`
public record Claims(String owner, String roles) {

  private static final Pattern BETWEEN_ROLES = Pattern.compile("[\\s,\\[\\]\"]+");

  /// Reads the claims that the gateway verified.
  ///
  /// API Gateway turns an array into the text `[a b]`; issuers also write `a,b`, `a b` or one word.
  ///
  /// @throws Refused 401 without claims, 403 without a usable owner or subject
  Identity identity(Optional<Map<String, String>> verified) {
    var claims = verified.orElseThrow(() -> new Refused(Problem.of(Problem.Kind.NOT_SIGNED_IN)));
    var subject = Optional.ofNullable(claims.get("sub")).filter(text -> !text.isBlank());
    return new Identity(
        owner(Optional.ofNullable(claims.get(owner))),
        subject.orElseThrow(() -> noOwner("The token has no claim `sub`.")),
        granted(claims.getOrDefault(roles, "")));
  }

  private OwnerId owner(Optional<String> claim) {
    var value = claim.orElseThrow(() -> noOwner("The token has no claim `" + owner + "`."));
    try {
      return new OwnerId(value);
    } catch (IllegalArgumentException e) {
      throw noOwner(
          "The token's claim `" + owner + "` is not 1 to 128 printable ASCII characters.");
    }
  }

  private static Set<Role> granted(String claim) {
    var granted = EnumSet.noneOf(Role.class);
    Arrays.stream(BETWEEN_ROLES.split(claim))
        .forEach(name -> Role.ofWire(name).ifPresent(granted::add));
    return granted;
  }

  private static Refused noOwner(String detail) {
    return new Refused(Problem.of(Problem.Kind.NO_OWNER, detail));
  }
}
