package dev.switchboard.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchboard.Cases;
import dev.switchboard.text.Placeholders.Values;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PlaceholdersTest {

  private static final Values SARAH =
      new Values(Optional.of("Sarah Connor"), Optional.of("Cyberdyne Systems"));

  @Test
  void known_values_are_filled_in() {
    assertEquals(
        "Hi Sarah, is Sarah Connor of Cyberdyne Systems in?",
        Placeholders.fill("Hi {{first_name}}, is {{ name }} of {{company}} in?", SARAH));
  }

  @Test
  void missing_values_become_neutral_or_the_placeholders_own_words() {
    assertEquals(
        "Hi there, how is your company?",
        Placeholders.fill("Hi {{first_name}}, how is {{company}}?", Values.NONE));
    assertEquals(
        "Hi friend, how is the team? ",
        Placeholders.fill(
            "Hi {{name| friend}}, how is {{company|the team}}? {{name|}}", Values.NONE));
    assertEquals("Hi there", Placeholders.fill("Hi {{name}}", named(" \u200b{}")));
  }

  @Test
  void a_first_name_is_found_behind_titles_and_commas() {
    assertEquals("Sarah", first("Dr. Sarah Connor"));
    assertEquals("Sarah", first("Connor, Sarah"));
    assertEquals("Sarah", first("sarah".replace('s', 'S')));
    assertEquals("O'Brien", first("O'Brien"));
    assertEquals("José", first("José Núñez"));
    assertEquals("Dr", first("Dr"));
  }

  @Test
  void unknown_and_broken_placeholders_are_told_and_refused() {
    var text = "Hi {{surname}}, {{name}} {{Name|x}} {{name";
    assertEquals(
        List.of(
            "unknown placeholder {{surname}}: there are {{name}}, {{first_name}} and {{company}}",
            "unknown placeholder {{Name|x}}: there are {{name}}, {{first_name}} and {{company}}",
            "a placeholder is not closed or not opened: write {{name}} or {{name|there}}"),
        Placeholders.problems(text));
    assertThrows(IllegalArgumentException.class, () -> Placeholders.fill(text, SARAH));
    assertEquals(List.of(), Placeholders.problems("Hi {{name}} {{company|}} {}"));
  }

  @Test
  void a_name_cannot_bring_a_link() {
    assertEquals("Hi Sarah", hi("Sarah https://evil.example/x"));
    assertEquals("Hi Sarah", hi("Sarah www.evil.example"));
    assertEquals("Hi Sarah", hi("Sarah ht\u200btp://evil"));
    assertEquals("Hi Sarah", hi("Sarah a@evil.example"));
    assertEquals("Hi Sarah", hi("Sarah evil.example/login"));
    assertEquals("Hi Sarah evil. example", hi("Sarah evil.example"));
    assertEquals("Hi call now", hi("call +1 (900) 555-0123 now"));
    assertEquals("Hi click(x)", hi("[click](x)"));
  }

  @Test
  void a_name_cannot_bring_a_line_a_header_a_tag_or_a_placeholder() {
    assertEquals("Hi Sarah Bcc: x", hi("Sarah\r\nBcc: x"));
    assertEquals("Hi bSarah", hi("<b>Sarah"));
    assertEquals("Hi company", hi("{{company}}"));
    assertEquals("Hi a$1b", hi("a$1b"));
  }

  @Test
  void ordinary_names_stay_as_they_are() {
    for (var name :
        List.of(
            "Anne-Marie O'Brien",
            "J. R. R. Tolkien",
            "José Núñez",
            "李小龙",
            "7-Eleven",
            "Smith & Sons")) assertEquals("Hi " + name, hi(name));
  }

  @Test
  void a_long_name_is_cut_at_a_word() {
    assertEquals("Hi " + "abcdefghi ".repeat(4).strip(), hi("abcdefghi ".repeat(9)));
    assertEquals("Hi " + "x".repeat(40), hi("x".repeat(400)));
  }

  @Test
  void whatever_is_typed_stays_one_short_line_without_links() {
    var link = Pattern.compile("(?i)http|www\\.|://|@|\\p{L}\\.\\p{L}");
    var pieces =
        List.of(
            "http", "s://", "www", ".", "evil", "com", "/", "{{", "}}", "{", "name", "|", "\n",
            "\r", "\u202e", "\u200b", "@", " ", "😀", "0123456", "<", ">", "://", "：", "．", "ｈttp",
            "$1", "\\");
    Cases.check(
        5_000,
        random -> {
          var name = new StringBuilder();
          for (int i = random.nextInt(30); i > 0; i--)
            name.append(pieces.get(random.nextInt(pieces.size())));

          var said = hi(name.toString());

          assertFalse(link.matcher(said).find(), said);
          assertTrue(
              said.chars().noneMatch(c -> c < ' ' || "{}<>|\u200b\u202e".indexOf(c) >= 0), said);
          assertTrue(said.codePointCount(0, said.length()) <= 43, said);
        });
  }

  private static String hi(String name) {
    return Placeholders.fill("Hi {{name}}", named(name));
  }

  private static String first(String name) {
    return Placeholders.fill("{{first_name}}", named(name));
  }

  private static Values named(String name) {
    return new Values(Optional.of(name), Optional.empty());
  }
}
