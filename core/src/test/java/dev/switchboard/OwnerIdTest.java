package dev.switchboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class OwnerIdTest {

  @Test
  void an_owners_key_is_always_the_same_and_tells_nothing() {
    var key = new OwnerId("acme").key();

    assertEquals(key, new OwnerId("acme").key());
    assertTrue(key.matches("[A-Za-z0-9_-]{16}"), key);
    assertTrue(!key.contains("acme"), key);
  }

  @Test
  void owners_have_keys_of_their_own() {
    var keys = new HashSet<String>();
    for (int i = 0; i < 10_000; i++) keys.add(new OwnerId("owner-" + i).key());

    assertEquals(10_000, keys.size());
  }

  @Test
  void an_owner_is_printable_and_not_too_long() {
    for (var text : List.of("", "a b", "ä", "a\n", "a".repeat(129)))
      assertThrows(IllegalArgumentException.class, () -> new OwnerId(text));
    assertEquals(128, new OwnerId("a".repeat(128)).value().length());
  }
}
