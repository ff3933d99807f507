package dev.switchboard.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class IdsTest {

  @Test
  void of_two_processes_from_one_snapshot_each_makes_its_own() throws NoSuchAlgorithmException {
    var one = restored();
    var other = restored();
    assertEquals(one.purpose(), other.purpose());

    one.renew();
    other.renew();
    assertNotEquals(one.purpose(), other.purpose());
    assertNotEquals(one.secret(), other.secret());
  }

  private static Ids restored() throws NoSuchAlgorithmException {
    var random = SecureRandom.getInstance("SHA1PRNG");
    random.setSeed(1);
    return new Ids(InstantSource.fixed(Instant.EPOCH), random);
  }
}
