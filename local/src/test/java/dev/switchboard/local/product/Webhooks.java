package dev.switchboard.local.product;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.switchboard.local.product.Product.Answer;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Webhooks as the vendors send and sign them, by code of its own.
record Webhooks(Product product) {

  /// What they are signed with.
  static final Map<String, String> SECRETS =
      Map.of(
          "TWILIO_WEBHOOK_SECRET", "0123456789abcdef0123456789abcdef",
          "RESEND_WEBHOOK_SECRET", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
          "ELEVENLABS_WEBHOOK_SECRET", "wsec_calls",
          "VAPI_WEBHOOK_SECRET", "voicemails");

  private static final String JSON = "application/json";

  /// A call to a number was not set up.
  Answer callFailed(String number, String conversation) {
    return elevenLabs(
        """
        {"type": "call_initiation_failure", "event_timestamp": 1, "data": {
          "agent_id": "a", "conversation_id": "%s", "failure_reason": "no-answer",
          "metadata": {"type": "twilio", "body": {"CallSid": "CA1", "To": "%s"}}}}
        """
            .formatted(conversation, number));
  }

  /// Somebody sends a text, of which Twilio tells.
  Answer text(String sid, String from, String body) {
    return twilio("/webhooks/twilio/sms", Map.of("MessageSid", sid, "From", from, "Body", body));
  }

  Answer status(String mid, Map<String, String> form) {
    return twilio("/webhooks/twilio/status?mid=" + mid, form);
  }

  Answer twilio(String target, Map<String, String> form) {
    var signed = new StringBuilder(product.runtime().url() + target);
    new TreeMap<>(form).forEach((name, value) -> signed.append(name).append(value));
    var code =
        code("HmacSHA1", SECRETS.get("TWILIO_WEBHOOK_SECRET").getBytes(UTF_8), signed.toString());
    var signature = Base64.getEncoder().encodeToString(code);
    var body =
        form.entrySet().stream()
            .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    var type = "application/x-www-form-urlencoded; charset=UTF-8";
    return post(target, type, body, Map.of("x-twilio-signature", signature));
  }

  Answer resend(String id, String json) {
    var key = Base64.getDecoder().decode(SECRETS.get("RESEND_WEBHOOK_SECRET").substring(6));
    var time = now();
    var code = code("HmacSHA256", key, id + "." + time + "." + json);
    return post(
        "/webhooks/resend",
        JSON,
        json,
        Map.of(
            "svix-id", id,
            "svix-timestamp", time,
            "svix-signature", "v1," + Base64.getEncoder().encodeToString(code)));
  }

  Answer elevenLabs(String json) {
    var time = now();
    var signature = "t=" + time + ",v0=" + hex("ELEVENLABS_WEBHOOK_SECRET", time + "." + json);
    return post("/webhooks/elevenlabs", JSON, json, Map.of("ElevenLabs-Signature", signature));
  }

  Answer vapi(String json) {
    var time = now();
    var signature = hex("VAPI_WEBHOOK_SECRET", time + "." + json);
    return post(
        "/webhooks/vapi", JSON, json, Map.of("x-timestamp", time, "x-signature", signature));
  }

  Answer post(String target, String type, String body, Map<String, String> headers) {
    var request = product.request("", target).header("content-type", type);
    headers.forEach(request::header);
    var answer = product.send(request.POST(BodyPublishers.ofString(body)).build());
    product.runtime().settle();
    return answer;
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
