package dev.switchboard.functions.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.switchboard.contact.Owners;
import dev.switchboard.functions.Ids;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoOwnersTest {

  @RegisterExtension private static final DynamoEngine engine = new DynamoEngine("Contacts");

  private static Owners owners() {
    var ids = new Ids(InstantSource.system(), new SecureRandom());
    return new DynamoOwners(new Table(engine.client(), "Contacts"), ids::secret);
  }

  @Test
  void an_owner_has_one_secret_for_ever_whoever_asks() {
    var id = Ports.owner();
    var first = owners().of(id);

    assertEquals(first, owners().of(id));
    assertEquals(Optional.of(first), owners().behind(id.key()));
    assertNotEquals(first.secret(), owners().of(Ports.owner()).secret());
  }

  @Test
  void every_owner_is_listed_once() {
    var id = Ports.owner();
    owners().of(id);
    owners().of(id);

    assertEquals(1, owners().all().stream().filter(id::equals).count());
  }

  @Test
  void an_owner_that_was_never_used_is_behind_no_key() {
    assertEquals(Optional.empty(), owners().behind(Ports.owner().key()));
  }

  @Test
  void of_many_first_uses_at_once_all_get_the_same_secret() {
    var id = Ports.owner();
    Set<Owners.Owner> seen = ConcurrentHashMap.newKeySet();
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (int i = 0; i < 16; i++) threads.execute(() -> seen.add(owners().of(id)));
    }

    assertEquals(1, new HashSet<>(seen).size());
  }
}
