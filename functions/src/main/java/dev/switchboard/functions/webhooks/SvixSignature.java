package dev.switchboard.functions.webhooks;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/// How Resend signs, by Svix: headers `svix-id`, `svix-timestamp` and `svix-signature`, which may
/// hold several, one of which must fit.
///
/// [scheme](https://docs.svix.com/receiving/verifying-payloads/how-manual)
final class SvixSignature implements Signature {

  private static final String PREFIX = "whsec_";
  private static final Pattern LIST = Pattern.compile("v\\w+,[^ ,]+( v\\w+,[^ ,]+)*");
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  private final byte[] key;

  /// @param secret as Resend shows it, `whsec_…`
  /// @throws IllegalStateException if it is not of that form
  SvixSignature(String secret) {
    try {
      key = Base64.getDecoder().decode(secret.replaceFirst("^" + PREFIX, ""));
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException("a secret of Svix is whsec_ and base64", e);
    }
  }

  @Override
  public boolean holds(Incoming request, Instant now) {
    var id = request.header().apply("svix-id").orElse("");
    var timestamp = request.header().apply("svix-timestamp").orElse("");
    var signatures = request.header().apply("svix-signature").orElse("");
    // A header that came twice is joined by a comma, which no list of signatures has.
    if (!LIST.matcher(signatures).matches()) return false;
    if (id.isEmpty() || !Hmac.fresh(timestamp, now, TOLERANCE)) return false;
    var head = Hmac.utf8(id + "." + timestamp + ".");
    var code = Hmac.of("HmacSHA256", key, List.of(head, request.body().bytes()));
    var expected = "v1," + Base64.getEncoder().encodeToString(code);
    return Arrays.stream(signatures.split(" ")).anyMatch(one -> Hmac.same(expected, one));
  }
}
