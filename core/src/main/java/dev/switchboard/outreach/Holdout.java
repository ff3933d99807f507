package dev.switchboard.outreach;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Who is left out of an execution so that its lift can be measured: by chance, and the same ones
/// each time it is asked.
final class Holdout {

  private Holdout() {}

  /// @param share 0 to 1
  static boolean holds(Lead lead, String executionId, double share) {
    return share > 0 && position(lead, executionId) < share;
  }

  /// 0 inclusive to 1 exclusive, evenly spread.
  private static double position(Lead lead, String executionId) {
    var address = lead.phone().or(lead::email).orElse(lead.id());
    var digest = sha256(executionId + '\n' + address);
    return (ByteBuffer.wrap(digest).getLong() >>> 11) * 0x1.0p-53;
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
