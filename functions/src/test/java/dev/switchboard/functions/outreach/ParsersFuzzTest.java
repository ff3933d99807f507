package dev.switchboard.functions.outreach;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.switchboard.OwnerId;
import dev.switchboard.contact.Owners;
import dev.switchboard.contact.Rules;
import dev.switchboard.functions.Json;
import dev.switchboard.functions.contact.EmailAddresses;
import dev.switchboard.functions.contact.PhoneNumbers;
import dev.switchboard.functions.contact.SignedLinks;
import dev.switchboard.functions.http.Body;
import dev.switchboard.functions.http.Calls;
import dev.switchboard.functions.http.Cursor;
import dev.switchboard.functions.http.IdempotencyKey;
import dev.switchboard.functions.http.Refused;
import dev.switchboard.outreach.Order;
import dev.switchboard.text.OptOutPhrases;
import dev.switchboard.text.OptOutWords;
import dev.switchboard.text.Placeholders;
import dev.switchboard.text.SmsSegments;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Every parser that bytes from outside reach, with whatever bytes: it reads them or refuses them
/// with a problem of the caller, and nothing else is ever thrown.
///
/// In a build each input that is kept beside the test is tried once; with `JAZZER_FUZZ=1` new ones
/// are looked for. One method, because a process looks for inputs of one: the first byte chooses
/// the parser.
class ParsersFuzzTest {

  private static final OrderReader ORDERS = new OrderReader(new KnownAddresses(Rules.shipped()));

  private static final Owners OWNERS =
      new Owners() {
        @Override
        public Owner of(OwnerId id) {
          return new Owner(id, "c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXNlYw");
        }

        @Override
        public List<OwnerId> all() {
          return List.of(new OwnerId("acme"));
        }

        @Override
        public Optional<Owner> behind(String ownerKey) {
          return Optional.of(of(new OwnerId("acme")));
        }
      };

  @FuzzTest(maxDuration = "1m")
  void whatever_comes_from_outside_is_read_or_refused(byte[] input) {
    if (input.length == 0) return;
    var bytes = new byte[input.length - 1];
    System.arraycopy(input, 1, bytes, 0, bytes.length);
    var text = new String(bytes, UTF_8);
    switch (input[0]) {
      case 'j' -> order("application/json", bytes, Map.of());
      case 'c' -> order("text/csv", bytes, Map.of("goal", "nurture"));
      case 's' -> settings(bytes);
      case 'p' -> phone(text);
      case 'e' -> email(text);
      case 'u' -> cursor(text);
      case 'l' -> SignedLinks.UNSUBSCRIBE.read(OWNERS, text);
      case 'k' -> key(text);
      case 't' -> words(text);
      default -> {}
    }
  }

  private static void order(String type, byte[] bytes, Map<String, String> query) {
    try {
      var order = ORDERS.read(Body.of(Optional.of(type), bytes), query);
      assertTrue(order.leads().size() <= Order.MAX_LEADS);
    } catch (Refused e) {
      told(e);
    }
  }

  private static void settings(byte[] bytes) {
    try {
      var settings = SettingsReader.read(Body.of(Optional.of("application/json"), bytes));
      assertEquals(settings, Json.read(Json.text(settings), settings.getClass()));
    } catch (Refused e) {
      told(e);
    }
  }

  private static void told(Refused refused) {
    var status = Calls.document(refused).path("status").asInt();
    assertTrue(Set.of(400, 413, 415, 422).contains(status), refused.getMessage());
  }

  private static void phone(String text) {
    if (PhoneNumbers.read(text) instanceof PhoneNumbers.Reading.Valid valid)
      assertEquals(valid, PhoneNumbers.read(valid.e164()));
  }

  private static void email(String text) {
    if (EmailAddresses.read(text) instanceof EmailAddresses.Reading.Valid valid)
      assertEquals(valid, EmailAddresses.read(valid.address()));
  }

  private static void cursor(String text) {
    Cursor.parse("list", text)
        .ifPresent(
            cursor -> assertEquals(Optional.of(cursor), Cursor.parse("list", cursor.wire())));
  }

  private static void key(String text) {
    try {
      var _ = new IdempotencyKey(text).digest();
    } catch (IllegalArgumentException e) {
      assertTrue(e.getMessage().contains("must be"), e.getMessage());
    }
  }

  private static void words(String text) {
    var _ = OptOutWords.read(text, text.length() % 2 == 0);
    var _ = OptOutPhrases.find(text);
    var _ = SmsSegments.of(text);
    var values = new Placeholders.Values(Optional.of(text), Optional.of("Acme"));
    if (Placeholders.problems(text).isEmpty()) {
      var _ = Placeholders.fill(text, values);
    }
  }
}
