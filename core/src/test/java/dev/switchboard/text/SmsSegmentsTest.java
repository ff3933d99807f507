package dev.switchboard.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchboard.Cases;
import dev.switchboard.text.SmsSegments.Encoding;
import org.junit.jupiter.api.Test;

class SmsSegmentsTest {

  @Test
  void one_segment_holds_160_plain_characters_and_two_hold_306() {
    assertEquals(gsm(160, 1), SmsSegments.of("a".repeat(160)));
    assertEquals(gsm(161, 2), SmsSegments.of("a".repeat(161)));
    assertEquals(gsm(306, 2), SmsSegments.of("a".repeat(306)));
    assertEquals(gsm(307, 3), SmsSegments.of("a".repeat(307)));
  }

  @Test
  void one_segment_holds_70_other_characters_and_two_hold_134() {
    assertEquals(ucs(70, 1), SmsSegments.of("ж".repeat(70)));
    assertEquals(ucs(71, 2), SmsSegments.of("ж".repeat(71)));
    assertEquals(ucs(134, 2), SmsSegments.of("ж".repeat(134)));
    assertEquals(ucs(135, 3), SmsSegments.of("ж".repeat(135)));
  }

  @Test
  void nothing_is_no_segment() {
    assertEquals(gsm(0, 0), SmsSegments.of(""));
  }

  @Test
  void characters_of_the_extension_table_count_twice() {
    assertEquals(gsm(160, 1), SmsSegments.of("€".repeat(80)));
    assertEquals(gsm(161, 2), SmsSegments.of("€".repeat(80) + "a"));
    assertEquals(gsm(20, 1), SmsSegments.of("\f^{}\\[~]|€"));
  }

  @Test
  void an_escape_is_not_torn_between_segments() {
    assertEquals(gsm(306, 3), SmsSegments.of("a".repeat(152) + "€" + "a".repeat(152)));
    assertEquals(gsm(306, 2), SmsSegments.of("a".repeat(151) + "€" + "a".repeat(153)));
  }

  @Test
  void an_emoji_is_two_units_and_is_not_torn() {
    assertEquals(ucs(70, 1), SmsSegments.of("🛑".repeat(35)));
    assertEquals(ucs(134, 3), SmsSegments.of("ж".repeat(66) + "🛑" + "ж".repeat(66)));
  }

  @Test
  void spanish_and_german_letters_are_plain_where_the_alphabet_has_them() {
    assertEquals(Encoding.GSM_7, SmsSegments.of("¿Mañana? Ä Ö Ü ß à è é ì ò ù Ç Ñ").encoding());
    for (var other : new String[] {"á", "í", "ó", "ú", "ç", "`", "’", "–", "\t", "\u00a0"})
      assertEquals(Encoding.UCS_2, SmsSegments.of(other).encoding(), other);
  }

  @Test
  void a_longer_text_never_has_fewer_segments() {
    Cases.check(
        2_000,
        random -> {
          var alphabet = random.nextBoolean() ? "ab€[" : "aж🛑€";
          var points = alphabet.codePoints().toArray();
          var text = new StringBuilder();
          int before = 0;
          for (int i = 0; i < 400; i++) {
            text.appendCodePoint(points[random.nextInt(points.length)]);
            int now = SmsSegments.of(text.toString()).segments();
            assertTrue(now >= before && now >= 1, text.toString());
            before = now;
            i += random.nextInt(20);
          }
        });
  }

  private static SmsSegments gsm(int units, int segments) {
    return new SmsSegments(Encoding.GSM_7, units, segments);
  }

  private static SmsSegments ucs(int units, int segments) {
    return new SmsSegments(Encoding.UCS_2, units, segments);
  }
}
