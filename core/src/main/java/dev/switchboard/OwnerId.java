package dev.switchboard;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/// The account whose data it is; every record belongs to exactly one.
///
/// @param value as the token's claim has it, 1 to 128 printable ASCII characters
public record OwnerId(String value) {

  private static final int KEY_BYTES = 12;

  public OwnerId {
    if (!value.matches("[!-~]{1,128}"))
      throw new IllegalArgumentException("an owner is 1 to 128 printable characters: " + value);
  }

  /// This owner in keys and send ids: 16 characters of base64url that tell a reader nothing.
  public String key() {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256")
              .digest(("owner:" + value).getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(Arrays.copyOf(digest, KEY_BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
