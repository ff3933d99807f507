package dev.switchboard.local.vendors;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A request as a vendor signs it, by code of its own.
///
/// @param target path and query at the product
/// @param type of the body
public record Webhook(String target, String type, String body, Map<String, String> headers) {

  /// What they are signed with.
  public static final Map<String, String> SECRETS =
      Map.of(
          "TWILIO_WEBHOOK_SECRET", "0123456789abcdef0123456789abcdef",
          "RESEND_WEBHOOK_SECRET", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
          "ELEVENLABS_WEBHOOK_SECRET", "wsec_calls",
          "VAPI_WEBHOOK_SECRET", "voicemails");

  private static final String JSON = "application/json";

  /// What is to be told; signed when it is sent, for signatures grow old.
  @FunctionalInterface
  public interface Unsigned {

    /// @param publicUrl what the product is called by
    Webhook signed(String publicUrl);
  }

  public static Webhook twilio(String publicUrl, String target, Map<String, String> form) {
    var signed = new StringBuilder(publicUrl + target);
    new TreeMap<>(form).forEach((name, value) -> signed.append(name).append(value));
    var key = SECRETS.get("TWILIO_WEBHOOK_SECRET").getBytes(UTF_8);
    var code = code("HmacSHA1", key, signed.toString());
    var body =
        form.entrySet().stream()
            .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    var signature = Base64.getEncoder().encodeToString(code);
    var type = "application/x-www-form-urlencoded; charset=UTF-8";
    return new Webhook(target, type, body, Map.of("x-twilio-signature", signature));
  }

  /// @param id of the event, the same when it is told again
  public static Webhook resend(String id, String json) {
    var key = Base64.getDecoder().decode(SECRETS.get("RESEND_WEBHOOK_SECRET").substring(6));
    var time = now();
    var code = code("HmacSHA256", key, id + "." + time + "." + json);
    var signature = "v1," + Base64.getEncoder().encodeToString(code);
    var headers = Map.of("svix-id", id, "svix-timestamp", time, "svix-signature", signature);
    return new Webhook("/webhooks/resend", JSON, json, headers);
  }

  public static Webhook elevenLabs(String json) {
    var time = now();
    var signature = "t=" + time + ",v0=" + hex("ELEVENLABS_WEBHOOK_SECRET", time + "." + json);
    return new Webhook(
        "/webhooks/elevenlabs", JSON, json, Map.of("ElevenLabs-Signature", signature));
  }

  public static Webhook vapi(String json) {
    var time = now();
    var signature = hex("VAPI_WEBHOOK_SECRET", time + "." + json);
    return new Webhook(
        "/webhooks/vapi", JSON, json, Map.of("x-timestamp", time, "x-signature", signature));
  }

  private static String now() {
    return Long.toString(Instant.now().getEpochSecond());
  }

  private static String hex(String secret, String text) {
    return HexFormat.of().formatHex(code("HmacSHA256", SECRETS.get(secret).getBytes(UTF_8), text));
  }

  private static byte[] code(String algorithm, byte[] key, String text) {
    try {
      var mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key, algorithm));
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
