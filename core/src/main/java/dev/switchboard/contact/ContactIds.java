package dev.switchboard.contact;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Makes contact ids from addresses: the same address gives the same id, and without the owner's
/// secret nobody can try out all phone numbers to find whose it is.
public final class ContactIds {

  private static final int BYTES = 12;

  private ContactIds() {}

  public static ContactId of(Owners.Owner owner, String address) {
    return new ContactId(code(owner, "address:" + address, BYTES));
  }

  /// Signs a text with the owner's secret, as `bytes` bytes in base64url.
  public static String code(Owners.Owner owner, String text, int bytes) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(Base64.getUrlDecoder().decode(owner.secret()), "HmacSHA256"));
      var code = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(code, bytes));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }
}
