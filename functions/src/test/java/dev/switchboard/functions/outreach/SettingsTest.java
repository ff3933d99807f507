package dev.switchboard.functions.outreach;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.switchboard.contact.QuietDays;
import dev.switchboard.functions.Json;
import dev.switchboard.functions.http.Body;
import dev.switchboard.functions.http.Refused;
import dev.switchboard.outreach.OutreachSettings;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SettingsTest {

  @Test
  void quiet_days_are_read_kept_and_told() {
    var given = "{\"holidays\":false,\"dates\":[\"2026-12-24\",\"2026-12-31\"]}";
    var settings = read("{\"quiet_days\": " + given + "}");

    assertEquals(
        new QuietDays(false, Set.of(LocalDate.of(2026, 12, 24), LocalDate.of(2026, 12, 31))),
        settings.quietDays());
    assertEquals(settings, Json.read(Json.text(settings), OutreachSettings.class));
    assertEquals(
        given, Json.tree(Json.text(SettingsAnswer.of(settings))).path("quiet_days").toString());
  }

  @Test
  void settings_of_before_there_were_quiet_days_have_the_default() {
    var stored = Json.text(OutreachSettings.DEFAULT).replaceFirst("\"quiet_days\":\\{[^}]*},", "");

    assertEquals(OutreachSettings.DEFAULT, Json.read(stored, OutreachSettings.class));
    assertEquals(OutreachSettings.DEFAULT, read("{}"));
  }

  @Test
  void what_is_no_list_of_days_is_refused() {
    for (var dates : List.of("\"2026-12-24\"", "[\"24.12.\"]", "[20261224]", "[null]"))
      assertThrows(
          Refused.class, () -> read("{\"quiet_days\": {\"dates\": " + dates + "}}"), dates);
  }

  private static OutreachSettings read(String json) {
    return SettingsReader.read(Body.of(Optional.of("application/json"), json.getBytes(UTF_8)));
  }
}
