package dev.switchboard.price;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.switchboard.contact.Channel;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PriceTableTest {

  @Test
  void ten_calls_fifteen_voicemails_five_texts_and_twenty_mails_cost_ten_forty() {
    var counts =
        Map.of(Channel.VOICE_CALL, 10, Channel.VOICEMAIL, 15, Channel.SMS, 5, Channel.EMAIL, 20);

    assertEquals(PriceRange.of("6.95", "10.40", "13.65"), PriceTable.DEFAULT.of(counts));
  }

  @Test
  void a_chain_costs_what_its_channels_cost() {
    assertEquals(
        PriceRange.of("0.66", "0.97", "1.27"), PriceTable.DEFAULT.of(List.of(Channel.values())));
  }

  @Test
  void every_channel_has_a_price() {
    var day = LocalDate.of(2026, 1, 8);

    assertThrows(IllegalArgumentException.class, () -> new PriceTable(day, "none", Map.of()));
  }

  @Test
  void a_range_rises() {
    assertThrows(IllegalArgumentException.class, () -> PriceRange.of("0.02", "0.01", "0.03"));
  }
}
