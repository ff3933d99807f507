package dev.switchboard.local.product;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.switchboard.local.vendors.Webhook;
import java.util.List;
import org.junit.jupiter.api.Test;

class PoliciesTest {

  @Test
  void no_function_may_do_what_it_never_does() {
    try (var product =
        Product.start(Product.options(scenario()).withEnvironment(Webhook.SECRETS))) {
      Tour.walk(product);
      CampaignTour.walk(product);

      assertEquals(List.of(), product.unused());
    }
  }

  private static String scenario() {
    return "{" + CampaignTour.SCENARIO + Tour.SCENARIO.strip().substring(1);
  }
}
