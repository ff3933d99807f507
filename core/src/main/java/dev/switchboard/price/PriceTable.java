package dev.switchboard.price;

import dev.switchboard.contact.Channel;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

/// What one message costs on each channel, as of a day.
///
/// @param asOf the day the prices were looked up
/// @param source where they are from
/// @param prices one for every channel
public record PriceTable(LocalDate asOf, String source, Map<Channel, PriceRange> prices) {

  /// The prices a smart-send plans with.
  public static final PriceTable DEFAULT =
      new PriceTable(
          LocalDate.of(2026, 1, 8),
          "smart-send's price list; e-mail is expected at its upper end, the others in the middle",
          Map.of(
              Channel.VOICE_CALL, PriceRange.of("0.50", "0.75", "1.00"),
              Channel.VOICEMAIL, PriceRange.of("0.10", "0.15", "0.20"),
              Channel.SMS, PriceRange.of("0.05", "0.05", "0.05"),
              Channel.EMAIL, PriceRange.of("0.01", "0.02", "0.02")));

  public PriceTable {
    prices = Map.copyOf(new EnumMap<>(prices));
    for (var channel : Channel.values())
      if (!prices.containsKey(channel))
        throw new IllegalArgumentException("a price table prices every channel: " + channel.wire());
  }

  public PriceRange of(Channel channel) {
    return prices.get(channel);
  }

  /// The price of so many messages on each channel.
  public PriceRange of(Map<Channel, Integer> counts) {
    return counts.entrySet().stream()
        .map(entry -> of(entry.getKey()).times(entry.getValue()))
        .reduce(PriceRange.ZERO, PriceRange::plus);
  }

  /// The price of one message on each of these channels.
  public PriceRange of(Iterable<Channel> channels) {
    var sum = PriceRange.ZERO;
    for (var channel : channels) sum = sum.plus(of(channel));
    return sum;
  }
}
