package dev.switchboard.functions.webhooks;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/// How Vapi signs with a credential of type HMAC, as it is by default: `x-timestamp`, and in
/// `x-signature` the SHA-256 code of `<timestamp>.<body>` in hex.
///
/// Its other ways, a secret header and a bearer token, prove nothing of the body and are not taken.
/// [scheme](https://docs.vapi.ai/server-url/server-authentication)
final class VapiSignature implements Signature {

  private static final Duration TOLERANCE = Duration.ofMinutes(5);
  private static final int MILLIS = 3;

  private final byte[] key;

  VapiSignature(String secret) {
    key = Hmac.utf8(secret);
  }

  @Override
  public boolean holds(Incoming request, Instant now) {
    var timestamp = request.header().apply("x-timestamp").orElse("");
    var signature = request.header().apply("x-signature").orElse("");
    if (!Hmac.fresh(seconds(timestamp), now, TOLERANCE)) return false;
    var head = Hmac.utf8(timestamp + ".");
    var code = Hmac.of("HmacSHA256", key, List.of(head, request.body().bytes()));
    return Hmac.same(HexFormat.of().formatHex(code), signature);
  }

  /// Vapi does not say whether it counts seconds or milliseconds; thirteen digits are the latter.
  private static String seconds(String timestamp) {
    return timestamp.matches("[0-9]{13}")
        ? timestamp.substring(0, timestamp.length() - MILLIS)
        : timestamp;
  }
}
