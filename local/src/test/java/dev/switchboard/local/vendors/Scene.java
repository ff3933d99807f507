package dev.switchboard.local.vendors;

import dev.switchboard.local.product.Product;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/// The whole product and the four vendors, on a clock that is moved.
record Scene(Vendors vendors, Product product) implements AutoCloseable {

  /// Most rounds until all is told: what is not taken is told again.
  private static final int ROUNDS = 100;

  /// @param more settings of the vendors
  /// @param seed of the order in which they tell things
  static Scene open(Conduct conduct, Map<String, String> more, long seed) {
    var clock = new AtomicReference<>(InstantSource.system());
    var vendors = Vendors.open(conduct, () -> clock.get().instant(), seed);
    var settings = new HashMap<>(vendors.environment());
    settings.putAll(more);
    var product = Product.onVendors(settings, Product.MORNING).hastened();
    clock.set(product.runtime().clock());
    vendors.tunnel().leadTo(product.runtime().url());
    return new Scene(vendors, product);
  }

  /// Lets what the vendors have to tell come in, and what follows from it.
  void told() {
    for (int round = 0; round < ROUNDS && vendors.tunnel().send() > 0; round++)
      product.runtime().settle();
  }

  /// Lets time pass; vendors tell their things in between.
  void pass(Duration time, Duration step) {
    told();
    for (var passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plus(step)) {
      product.advance(step);
      told();
    }
  }

  @Override
  public void close() {
    vendors.close();
    product.close();
  }
}
