package dev.switchboard.functions.webhooks;

import dev.switchboard.functions.http.Form;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/// How Twilio signs: `X-Twilio-Signature` over the address it called and, sorted by name, the
/// fields of the form; of a JSON body the address holds the digest. There is no time in it.
///
/// [scheme](https://www.twilio.com/docs/usage/webhooks/webhooks-security)
final class TwilioSignature implements Signature {

  private static final Pattern BODY_DIGEST = Pattern.compile("[?&]bodySHA256=([0-9a-f]{64})(&|$)");

  private final byte[] key;
  private final String publicUrl;

  /// @param token of the account
  /// @param publicUrl what Twilio calls us by: the request's own `Host` may be anybody's
  TwilioSignature(String token, String publicUrl) {
    this.key = Hmac.utf8(token);
    this.publicUrl = publicUrl;
  }

  @Override
  public boolean holds(Incoming request, Instant now) {
    var url = publicUrl + request.target();
    var signature = request.header().apply("x-twilio-signature").orElse("");
    var digest = BODY_DIGEST.matcher(request.target());
    if (digest.find())
      return Hmac.same(digest.group(1), digest(request.body().bytes()))
          && Hmac.same(code(url), signature);
    return Hmac.same(code(url + Form.of(request.body()).joined()), signature);
  }

  private String code(String text) {
    var code = Hmac.of("HmacSHA1", key, List.of(Hmac.utf8(text)));
    return Base64.getEncoder().encodeToString(code);
  }

  private static String digest(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
