package dev.switchboard.local.product;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.switchboard.local.vendors.Webhook;
import java.util.List;
import org.junit.jupiter.api.Test;

class PoliciesTest {

  @Test
  void no_function_may_do_what_it_never_does() {
    try (var product =
        Product.start(Product.options(Tour.SCENARIO).withEnvironment(Webhook.SECRETS))) {
      Tour.walk(product);

      assertEquals(List.of(), product.unused());
    }
  }
}
