package dev.switchboard.outreach;

import dev.switchboard.contact.Channel;

/// What came of sends on one channel to leads of one band, of one owner; simulated ones left out.
///
/// @param sends that became final, at least 0
/// @param conversions among them, 0 to `sends`
public record Observation(Channel channel, Band band, long sends, long conversions) {

  public Observation {
    if (conversions < 0 || conversions > sends)
      throw new IllegalArgumentException(
          "conversions are 0 to the number of sends %d: %d".formatted(sends, conversions));
  }
}
