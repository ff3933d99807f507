package dev.switchboard.functions.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.switchboard.Cases;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

  @Test
  void a_cursor_leads_back_to_its_place() {
    Cases.check(
        200,
        random -> {
          var cursor = new Cursor("leads:e-1:sent", "é#" + random.nextLong());

          assertEquals(Optional.of(cursor), Cursor.parse("leads:e-1:sent", cursor.wire()));
        });
  }

  @Test
  void a_cursor_of_another_list_is_none_here() {
    assertEquals(Optional.empty(), Cursor.parse("leads:e-2", new Cursor("leads:e-1", "x").wire()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1\nlist", "2\nlist\nx", "1\nlist\n", "1\nlist\nx\ny", "list"})
  void what_is_not_of_our_form_is_no_cursor(String text) {
    var wire = Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));

    assertEquals(Optional.empty(), Cursor.parse("list", wire));
  }

  @ParameterizedTest
  @ValueSource(strings = {"%%%", "a", "MQpsaXN0Cv8", "=="})
  void what_is_not_base64_of_utf_8_is_no_cursor(String wire) {
    assertEquals(Optional.empty(), Cursor.parse("list", wire));
  }

  @Test
  void no_case_of_garbage_is_more_than_no_cursor() {
    Cases.check(
        2_000,
        random -> {
          var bytes = new byte[random.nextInt(40)];
          random.nextBytes(bytes);
          var wire = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);

          assertEquals(Optional.empty(), Cursor.parse("list", wire));
        });
  }

  @Test
  void a_page_begins_at_the_start_with_fifty() {
    assertEquals(new Page(50, Optional.empty()), page(Map.of(), new Findings()));
  }

  @Test
  void a_page_is_as_asked_for() {
    var cursor = new Cursor("list", "x");

    assertEquals(
        new Page(100, Optional.of(cursor)),
        page(Map.of("limit", "100", "cursor", cursor.wire()), new Findings()));
  }

  @Test
  void a_wrong_limit_and_a_wrong_cursor_are_told() {
    var findings = new Findings();

    page(Map.of("limit", "101", "cursor", "zzz", "offset", "3"), findings);

    assertEquals(
        Map.of(
            "?limit", "must be a whole number from 1 to 100",
            "?cursor", "must be a cursor that this list gave",
            "?offset", "is not known here; known: limit, cursor"),
        findings.kept().stream().collect(Collectors.toMap(Finding::pointer, Finding::rule)));
  }

  @Test
  void a_cursor_with_a_position_that_the_list_never_gave_is_forged() {
    var findings = new Findings();

    var page = page(Map.of("cursor", new Cursor("list", "a").wire()), findings);

    assertEquals(new Page(50, Optional.empty()), page);
    assertEquals("?cursor", findings.kept().getFirst().pointer());
  }

  private static Page page(Map<String, String> parameters, Findings findings) {
    var query = Fields.query(parameters, findings);
    var page = Page.of(query, "list", Pattern.compile("[x-z]+"));
    query.close();
    return page;
  }
}
