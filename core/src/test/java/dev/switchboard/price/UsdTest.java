package dev.switchboard.price;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.switchboard.Cases;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class UsdTest {

  @Test
  void amounts_are_exact_to_a_millionth() {
    assertEquals(new Usd(750_000), Usd.of("0.75"));
    assertEquals(new Usd(12_000_000), Usd.of("12"));
    assertEquals(new Usd(7_900), Usd.of("0.0079"));
    assertEquals(new Usd(-1), Usd.of("-0.000001"));
  }

  @Test
  void what_is_finer_or_too_large_is_refused() {
    for (var text : List.of("0.0000001", "9223372036854.775808", "1e30"))
      assertThrows(ArithmeticException.class, () -> Usd.of(text));
    assertThrows(ArithmeticException.class, () -> new Usd(Long.MAX_VALUE).plus(new Usd(1)));
    assertThrows(ArithmeticException.class, () -> new Usd(Long.MIN_VALUE).minus(new Usd(1)));
    assertThrows(ArithmeticException.class, () -> new Usd(Long.MAX_VALUE).times(2));
  }

  @Test
  void cents_are_always_told_and_more_only_where_there_is_more() {
    assertEquals("$0.75", Usd.of("0.75").toString());
    assertEquals("$12.00", Usd.of("12").toString());
    assertEquals("$0.0079", Usd.of("0.0079").toString());
    assertEquals("$100.00", Usd.of("100").toString());
    assertEquals("$0.00", Usd.ZERO.toString());
  }

  @Test
  void it_reckons_as_decimals_do() {
    Cases.check(
        1_000,
        random -> {
          var a = new Usd(random.nextLong(1_000_000_000_000L) - 500_000_000_000L);
          var b = new Usd(random.nextLong(1_000_000_000_000L));
          int n = random.nextInt(1_000);

          assertEquals(a.dollars().add(b.dollars()), a.plus(b).dollars());
          assertEquals(a, a.plus(b).minus(b));
          assertEquals(a.dollars().multiply(BigDecimal.valueOf(n)), a.times(n).dollars());
          assertEquals(a.dollars().compareTo(b.dollars()), Integer.signum(a.compareTo(b)));
          assertEquals(a, Usd.of(a.dollars()));
        });
  }
}
