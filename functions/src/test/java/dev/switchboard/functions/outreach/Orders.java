package dev.switchboard.functions.outreach;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.contact.Clue;
import dev.switchboard.functions.http.Body;
import dev.switchboard.functions.http.Calls;
import dev.switchboard.functions.http.Refused;
import dev.switchboard.outreach.Order;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Assertions;

/// Reads orders from text; phone numbers are valid when they have eleven digits after the plus.
final class Orders {

  static final Clue FLORIDA =
      new Clue(Clue.Source.ADDRESS, "US", Set.of(ZoneId.of("America/New_York")), Set.of("FL"));
  static final Clue NEW_YORK =
      new Clue(Clue.Source.PHONE, "US", Set.of(ZoneId.of("America/New_York")), Set.of("NY"));

  private Orders() {}

  static Order read(String type, String body, Map<String, String> query) {
    return read(type, body.getBytes(UTF_8), query);
  }

  static Order read(String type, byte[] body, Map<String, String> query) {
    return new OrderReader(new Simple()).read(Body.of(Optional.of(type), body), query);
  }

  /// Reads JSON written with single quotes.
  static Order json(String body, Map<String, String> query) {
    return read("application/json", body.replace('\'', '"'), query);
  }

  /// The problem document for what must not be read.
  static JsonNode problem(String type, byte[] body, Map<String, String> query) {
    return Calls.document(Assertions.assertThrows(Refused.class, () -> read(type, body, query)));
  }

  private static final class Simple implements Addresses {
    @Override
    public Checked phone(String text) {
      return text.matches("\\+1212\\d{7}")
          ? new Checked.Valid(text, List.of(NEW_YORK))
          : new Checked.Invalid("phone is not a valid number: " + text);
    }

    @Override
    public Checked email(String text) {
      return text.contains("@")
          ? new Checked.Valid(text.toLowerCase(Locale.ROOT), List.of())
          : new Checked.Invalid("email is not a valid address: " + text);
    }

    @Override
    public Optional<Clue> state(String code) {
      return Optional.of(FLORIDA).filter(clue -> clue.states().contains(code));
    }
  }
}
