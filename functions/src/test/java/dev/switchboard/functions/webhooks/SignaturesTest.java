package dev.switchboard.functions.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.switchboard.functions.http.Problem;
import dev.switchboard.functions.http.Refused;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Each vendor's signature, with the examples that Twilio and Svix publish.
class SignaturesTest {

  private static final String JSON = "application/json";
  private static final String FORM = "application/x-www-form-urlencoded";

  /// When the requests here were signed.
  private static final Instant SIGNED = Instant.ofEpochSecond(1_614_265_330);

  private static final Signature TWILIO = new TwilioSignature("12345", "https://mycompany.com");
  private static final Signed TEXT =
      new Signed(
          Map.of("x-twilio-signature", "RSOYDt4T1cUTdK1PDd93/VVr8B8="),
          "/myapp.php?foo=1&bar=2",
          FORM,
          "CallSid=CA1234567890ABCDE&Caller=%2B14158675309&Digits=1234&From=%2B14158675309"
              + "&To=%2B18005551212");

  private static final Signature SVIX = new SvixSignature("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
  private static final Signed MAIL =
      new Signed(
          Map.of(
              "svix-id", "msg_p5jXN8AQM9LWM0D4loKWxJek",
              "svix-timestamp", "1614265330",
              "svix-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="),
          "",
          JSON,
          "{\"test\": 2432232314}");

  private static final Signature ELEVENLABS = new ElevenLabsSignature("wsec_call");
  private static final Signed CALL =
      new Signed(
          Map.of(
              "elevenlabs-signature",
              "t=1614265330,v0=" + code("wsec_call", "1614265330.{\"type\": \"x\"}")),
          "",
          JSON,
          "{\"type\": \"x\"}");

  private static final Signature VAPI = new VapiSignature("voice");
  private static final Signed VOICEMAIL =
      new Signed(
          Map.of(
              "x-timestamp",
              "1614265330",
              "x-signature",
              code("voice", "1614265330.{\"message\": {}}")),
          "",
          JSON,
          "{\"message\": {}}");

  private static String code(String secret, String text) {
    return HexFormat.of()
        .formatHex(Hmac.of("HmacSHA256", Hmac.utf8(secret), List.of(Hmac.utf8(text))));
  }

  static Stream<Arguments> all() {
    return Stream.of(
        arguments("Twilio", TWILIO, TEXT),
        arguments("Svix", SVIX, MAIL),
        arguments("ElevenLabs", ELEVENLABS, CALL),
        arguments("Vapi", VAPI, VOICEMAIL));
  }

  static Stream<Arguments> timed() {
    return all().skip(1);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("all")
  void what_the_vendor_signed_holds(String name, Signature signature, Signed request) {
    assertTrue(request.by(signature, SIGNED), name);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("all")
  void any_flipped_bit_breaks_it(String name, Signature signature, Signed request) {
    var held =
        request.flipped().stream()
            .filter(flipped -> taken(signature, flipped))
            // Another way to write the same form: upper and lower case of an escape.
            .filter(flipped -> !flipped.body().equalsIgnoreCase(request.body()))
            .toList();

    // Where a vendor signs no address, none is looked at.
    assertEquals(List.of(), held, name);
  }

  /// A form that cannot be read is refused as well, in another way.
  private static boolean taken(Signature signature, Signed request) {
    try {
      return request.by(signature, SIGNED);
    } catch (Refused e) {
      return false;
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("all")
  void a_header_that_is_missing_empty_or_doubled_breaks_it(
      String name, Signature signature, Signed request) {
    for (var halved : request.halved())
      assertFalse(halved.by(signature, SIGNED), name + " " + halved);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("timed")
  void what_is_stale_or_of_the_future_is_refused(String name, Signature signature, Signed request) {
    var minutes = name.equals("ElevenLabs") ? 30 : 5;

    assertTrue(request.by(signature, SIGNED.plusSeconds(minutes * 60L)));
    assertFalse(request.by(signature, SIGNED.plusSeconds(minutes * 60L + 1)));
    assertTrue(request.by(signature, SIGNED.minusSeconds(300)));
    assertFalse(request.by(signature, SIGNED.minusSeconds(301)));
  }

  @Test
  void one_of_several_signatures_of_svix_is_enough() {
    var good = MAIL.headers().get("svix-signature");
    var others = "v1,AAAA v1a,BBBB ";

    assertTrue(MAIL.with("svix-signature", others + good).by(SVIX, SIGNED));
    assertTrue(MAIL.with("svix-signature", good + " v2,x").by(SVIX, SIGNED));
    assertFalse(MAIL.with("svix-signature", others.strip()).by(SVIX, SIGNED));
  }

  @Test
  void twilio_signs_json_by_its_digest_in_the_address() {
    var target =
        "/myapp.php?foo=1&bar=2&bodySHA256="
            + "0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620";
    var signed =
        new Signed(
            Map.of("x-twilio-signature", "a9nBmqA0ju/hNViExpshrM61xv4="),
            target,
            JSON,
            "{\"property\": \"value\", \"boolean\": true}");

    assertTrue(signed.by(TWILIO, SIGNED));
    assertEquals(List.of(), signed.flipped().stream().filter(it -> taken(TWILIO, it)).toList());
  }

  @Test
  void twilios_fields_are_taken_as_they_came() {
    var body = TEXT.body();
    for (var other :
        List.of(
            body.replace("%2B", "+"),
            body.replace("1234&", "1234%20&"),
            body.replace("1234&", "%201234&"),
            body + "&More=1",
            body.replaceFirst("CallSid=[^&]*&", "")))
      assertFalse(new Signed(TEXT.headers(), TEXT.target(), FORM, other).by(TWILIO, SIGNED), other);
    var target = TEXT.target();
    for (var other :
        List.of("/myapp.php?bar=2&foo=1", "/stage" + target, target + "&", "/myapp.php"))
      assertFalse(new Signed(TEXT.headers(), other, FORM, body).by(TWILIO, SIGNED), other);
  }

  @Test
  void a_form_with_a_name_twice_is_told() {
    var twice = new Signed(TEXT.headers(), TEXT.target(), FORM, TEXT.body() + "&Digits=1");

    var refused = assertThrows(Refused.class, () -> twice.by(TWILIO, SIGNED));

    assertEquals(Problem.Kind.UNREADABLE_BODY, refused.problem().kind());
  }

  @Test
  void a_json_body_whose_digest_is_not_signed_is_no_form() {
    var json = new Signed(TEXT.headers(), TEXT.target(), JSON, "{}");

    var refused = assertThrows(Refused.class, () -> json.by(TWILIO, SIGNED));

    assertEquals(Problem.Kind.UNSUPPORTED_TYPE, refused.problem().kind());
  }

  @Test
  void vapis_time_may_be_in_milliseconds() {
    var request =
        VOICEMAIL
            .with("x-timestamp", "1614265330123")
            .with("x-signature", code("voice", "1614265330123.{\"message\": {}}"));

    assertTrue(request.by(VAPI, SIGNED));
    assertFalse(request.by(VAPI, SIGNED.plusSeconds(301)));
  }

  @Test
  void a_secret_that_is_none_is_told() {
    assertThrows(IllegalStateException.class, () -> new SvixSignature("whsec_%%%"));
  }
}
