package dev.switchboard.functions.webhooks;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/// How ElevenLabs signs: `ElevenLabs-Signature: t=<seconds>,v0=<hex>`.
///
/// [scheme](https://elevenlabs.io/docs/product-guides/administration/webhooks)
final class ElevenLabsSignature implements Signature {

  private static final Pattern HEADER = Pattern.compile("t=([0-9]{1,12}),(v0=[0-9a-f]{64})");
  private static final Duration TOLERANCE = Duration.ofMinutes(30);

  private final byte[] key;

  ElevenLabsSignature(String secret) {
    key = Hmac.utf8(secret);
  }

  @Override
  public boolean holds(Incoming request, Instant now) {
    var header = HEADER.matcher(request.header().apply("elevenlabs-signature").orElse(""));
    if (!header.matches() || !Hmac.fresh(header.group(1), now, TOLERANCE)) return false;
    var head = Hmac.utf8(header.group(1) + ".");
    var code = Hmac.of("HmacSHA256", key, List.of(head, request.body().bytes()));
    return Hmac.same("v0=" + HexFormat.of().formatHex(code), header.group(2));
  }
}
