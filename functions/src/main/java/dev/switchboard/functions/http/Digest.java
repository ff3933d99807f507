package dev.switchboard.functions.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/// SHA-256 over several parts, each with its length, so that no two splits look the same.
final class Digest {

  private Digest() {}

  static String of(List<String> texts, byte[] last) {
    var digest = sha256();
    texts.forEach(text -> add(digest, text.getBytes(StandardCharsets.UTF_8)));
    add(digest, last);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest());
  }

  private static void add(MessageDigest digest, byte[] part) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).flip());
    digest.update(part);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
