package dev.switchboard.local.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DoctorTest {

  private static final String TO_MEND =
      " Set PUBLIC_URL (on AWS the parameter PublicUrl) to the https address at which vendors reach"
          + " the product; for this machine, a tunnel's.";

  private static List<String> lines(Map<String, String> variables) {
    return new Doctor(variables).findings().stream().map(Doctor.Finding::line).toList();
  }

  private static String standsIn(String channel, String vendor, String needed) {
    return "ok           %s: The outbox stands in, and nobody is reached. For %s set %s; docs/providers.md says more."
        .formatted(channel, vendor, needed);
  }

  private static final List<String> VOICE =
      List.of(
          standsIn(
              "call",
              "ElevenLabs",
              "ELEVENLABS_API_KEY, ELEVENLABS_AGENT_ID and ELEVENLABS_PHONE_NUMBER_ID"),
          standsIn(
              "voicemail", "Vapi", "VAPI_API_KEY, VAPI_ASSISTANT_ID and VAPI_PHONE_NUMBER_ID"));

  private static final String TEXTS =
      standsIn(
          "SMS",
          "Twilio",
          "TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN and TWILIO_FROM (or"
              + " TWILIO_MESSAGING_SERVICE_SID)");

  @Test
  void with_nothing_set_up_it_says_how_to_begin() {
    assertEquals(
        List.of(
            "ok           providers: None is set up; the outbox carries all.",
            VOICE.get(0),
            VOICE.get(1),
            TEXTS,
            standsIn("e-mail", "Resend", "RESEND_API_KEY and RESEND_FROM")),
        lines(Map.of()));
    assertEquals(0, Commands.run("doctor"));
  }

  @Test
  void what_is_set_up_in_part_is_told_as_the_start_tells_it() {
    var half = Map.of("RESEND_API_KEY", "re_key");

    assertEquals(
        "missing      e-mail by Resend: A provider is set up in part: RESEND_FROM is missing. Set"
            + " that too, or unset all its variables and the outbox stands in for it.",
        lines(half).getLast());
    assertEquals(1, Commands.run("doctor", "--env", "RESEND_API_KEY=re_key"));
  }

  @Test
  void a_vendor_is_asked_and_its_way_to_us_looked_at() throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/domains",
        exchange -> {
          var body =
              "{\"data\": [{\"name\": \"acme.com\", \"status\": \"verified\"}]}".getBytes(UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    try {
      var mail =
          Map.of(
              "RESEND_API_KEY", "re_key",
              "RESEND_FROM", "hi@acme.com",
              "RESEND_WEBHOOK_SECRET", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
              "RESEND_BASE_URL", "http://127.0.0.1:" + server.getAddress().getPort());
      assertEquals(
          List.of(
              VOICE.get(0),
              VOICE.get(1),
              TEXTS,
              "ok           e-mail by Resend: Resend has verified the domain acme.com.",
              "missing      webhooks: PUBLIC_URL is not set: texts that come in, STOP among them,"
                  + " and complaints are not heard."
                  + TO_MEND,
              "ok           webhooks: What Resend tells is known by its signature."),
          lines(mail));
    } finally {
      server.stop(0);
    }
  }
}
