package dev.switchboard.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.switchboard.Cases;
import dev.switchboard.OwnerId;
import dev.switchboard.contact.ContactId;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SendIdTest {

  private static final String DIGITS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  @Test
  void an_id_tells_where_its_row_is() {
    Cases.check(
        500,
        random -> {
          var owner = new OwnerId("owner-" + random.nextInt());
          var purpose = new PurposeId(text(random));
          var contact = new ContactId(text(random));
          int shard = random.nextInt(SendId.MAX_SHARDS);
          int step = random.nextInt(10);
          var id = SendId.of(owner, purpose, shard, contact, step);

          assertEquals(
              List.of(owner.key(), purpose, contact, shard, step),
              List.of(id.ownerKey(), id.purpose(), id.contact(), id.shard(), id.step()));
          assertEquals(SendId.of(owner, purpose, shard, contact, step + 1), id.next());
          assertEquals(id, new SendId(id.value()));
        });
  }

  @Test
  void two_sends_never_share_an_id() {
    var seen = new HashSet<SendId>();
    var count = 0;
    for (var owner : List.of(new OwnerId("a"), new OwnerId("b")))
      for (var purpose : List.of(purpose('a'), purpose('b')))
        for (int shard = 0; shard < SendId.MAX_SHARDS; shard++)
          for (int step = 0; step < 10; step++) {
            seen.add(SendId.of(owner, purpose, shard, Sends.CONTACT, step));
            count++;
          }
    assertEquals(count, seen.size());
  }

  @Test
  void what_is_no_id_is_refused() {
    for (var text : List.of("", "x", "A".repeat(49), "A".repeat(51), "A".repeat(49) + "#"))
      assertThrows(IllegalArgumentException.class, () -> new SendId(text));
    assertThrows(IllegalArgumentException.class, () -> new PurposeId("short"));
    assertThrows(IllegalArgumentException.class, () -> new ContactId("with space......"));
  }

  private static PurposeId purpose(char with) {
    return new PurposeId(String.valueOf(with).repeat(16));
  }

  private static String text(Random random) {
    var text = new StringBuilder();
    for (int i = 0; i < 16; i++) text.append(DIGITS.charAt(random.nextInt(64)));
    return text.toString();
  }
}
