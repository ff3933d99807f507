package dev.switchboard.functions;

import dev.switchboard.send.PurposeId;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;

/// Makes ids and secrets.
///
/// @param random of the operating system; renewed by it after a snapshot's restore
public record Ids(InstantSource clock, SecureRandom random) {

  /// In ASCII order, so that ids sort as their times do.
  private static final String DIGITS =
      "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";

  private static final int TIME = 7;
  private static final int RANDOM = 9;
  private static final int SECRET_BYTES = 32;

  /// Seven characters of time, in milliseconds, and nine that nobody can guess.
  public PurposeId purpose() {
    var id = new StringBuilder();
    var millis = clock.millis();
    for (int place = TIME - 1; place >= 0; place--)
      id.append(DIGITS.charAt((int) (millis >>> (6 * place)) & 63));
    for (int place = 0; place < RANDOM; place++) id.append(DIGITS.charAt(random.nextInt(64)));
    return new PurposeId(id.toString());
  }

  /// Of many processes restored from one snapshot each makes its own from here on.
  void renew() {
    random.setSeed(random.generateSeed(SECRET_BYTES));
  }

  /// 32 random bytes in base64url.
  public String secret() {
    var bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
