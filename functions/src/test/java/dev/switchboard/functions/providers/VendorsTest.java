package dev.switchboard.functions.providers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.switchboard.functions.providers.http.OneRequest.Limits;
import dev.switchboard.functions.providers.setup.ProviderSettings;
import dev.switchboard.functions.providers.setup.Vendors;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VendorsTest {

  @Test
  void a_rehearsal_asks_for_no_setting_that_there_is() {
    var asked = new ArrayList<Set<String>>();
    var vendors =
        new Vendors(
            names -> {
              asked.add(names);
              return Map.of();
            },
            Optional.empty(),
            Vendor.TWILIO.at(Stub.nobody(), Limits.DEFAULT),
            InstantSource.system());

    vendors.rehearse();
    var _ = vendors.settings();

    assertEquals(List.of(Set.of("REHEARSAL"), ProviderSettings.NAMES), asked);
  }
}
