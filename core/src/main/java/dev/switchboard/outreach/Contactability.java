package dev.switchboard.outreach;

import dev.switchboard.contact.Channel;
import dev.switchboard.contact.Verdict;

/// What the outbound gate says of a first message to a lead, while planning. It is asked again at
/// the moment of sending.
public interface Contactability {

  /// @param lead merged with its duplicates; asked only for channels it has an address for
  Verdict of(Lead lead, Channel channel);
}
