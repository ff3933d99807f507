package dev.switchboard.functions.http;

import java.util.List;

/// What a caller names a request by, so that repeating it does not act twice.
///
/// @param value 1 to 255 visible ASCII characters
public record IdempotencyKey(String value) {

  /// Header in which it comes.
  public static final String HEADER = "Idempotency-Key";

  private static final String RULE = "must be 1 to 255 visible ASCII characters";

  public IdempotencyKey {
    if (!value.matches("[!-~]{1,255}"))
      throw new IllegalArgumentException("an idempotency key " + RULE);
  }

  static IdempotencyKey parse(String header) {
    try {
      return new IdempotencyKey(header);
    } catch (IllegalArgumentException e) {
      var finding = Finding.of(HEADER + ":", RULE);
      throw new Refused(
          Problem.of(Problem.Kind.INVALID_PARAMETER, "One finding.").with(List.of(finding)));
    }
  }

  /// The key at rest: SHA-256, base64url; the key itself may tell too much.
  public String digest() {
    return Digest.of(List.of(value), new byte[0]);
  }
}
