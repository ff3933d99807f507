package dev.switchboard.local.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.switchboard.functions.Json;
import dev.switchboard.functions.outreach.Rehearsal;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A webhook of Resend's about a send that there is not, as the gateway brings it.
final class Webhook {

  private static final String KEY = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  /// What it is signed with.
  static final Map<String, String> SECRET = Map.of("RESEND_WEBHOOK_SECRET", "whsec_" + KEY);

  private Webhook() {}

  /// @param id of the event, which is signed now
  static String event(String id) {
    var body =
        Json.text(
            Map.of(
                "type",
                "email.delivered",
                "data",
                Map.of("email_id", "m-1", "tags", Map.of("mid", Rehearsal.SEND.value()))));
    var time = Long.toString(Instant.now().getEpochSecond());
    return Json.text(
        Map.of(
            "routeKey",
            "POST /webhooks/resend",
            "rawPath",
            "/webhooks/resend",
            "rawQueryString",
            "",
            "headers",
            Map.of(
                "content-type",
                "application/json",
                "svix-id",
                id,
                "svix-timestamp",
                time,
                "svix-signature",
                "v1," + code(id + "." + time + "." + body)),
            "body",
            body,
            "requestContext",
            Map.of("requestId", "1")));
  }

  private static String code(String text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(Base64.getDecoder().decode(KEY), "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
