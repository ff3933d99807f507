package dev.switchboard.functions.webhooks;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What the vendors' signatures have in common.
final class Hmac {

  private Hmac() {}

  /// The code of all parts, one behind the other.
  ///
  /// @param algorithm `HmacSHA256`
  static byte[] of(String algorithm, byte[] key, List<byte[]> parts) {
    try {
      var mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key, algorithm));
      parts.forEach(mac::update);
      return mac.doFinal();
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every JDK has " + algorithm, e);
    }
  }

  /// Texts are compared, not what they encode: several of them may decode to the same bytes.
  static boolean same(String one, String other) {
    return MessageDigest.isEqual(utf8(one), utf8(other));
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /// Whether a time was signed at most `past` ago; clocks may differ by five minutes.
  ///
  /// @param seconds since 1970, at most 12 digits
  static boolean fresh(String seconds, Instant now, Duration past) {
    if (!seconds.matches("[0-9]{1,12}")) return false;
    var signed = Instant.ofEpochSecond(Long.parseLong(seconds));
    return !signed.isBefore(now.minus(past)) && !signed.isAfter(now.plus(Duration.ofMinutes(5)));
  }
}
