package dev.switchboard.functions.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FindingTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer abc",
        "my bearer token",
        "eyJhbGciOiJSUzI1NiJ9.e30.c2ln",
        "sk-proj-abcdefghijkl",
        "sk_live_abcdefghijkl",
        "re_12345678901234",
        "AKIAIOSFODNN7EXAMPLE"
      })
  void what_looks_like_a_secret_is_not_told(String value) {
    assertEquals(Optional.empty(), Finding.of("/a", "rule", TextNode.valueOf(value)).value());
  }

  @Test
  void text_is_cut_to_a_hundred_whole_characters() {
    assertEquals(
        Optional.of(TextNode.valueOf("😀".repeat(100))),
        Finding.of("/a", "rule", TextNode.valueOf("😀".repeat(101))).value());
  }

  @Test
  void what_no_utf_8_can_carry_is_replaced_in_values_and_names() {
    assertEquals(
        new Finding("/\uFFFD", "rule", Optional.of(TextNode.valueOf("a\uFFFDb"))),
        Finding.of("/\uD800", "rule", TextNode.valueOf("a\u0000b")));
  }
}
