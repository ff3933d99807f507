package dev.switchboard.outreach;

import dev.switchboard.contact.Channel;
import java.util.Optional;
import java.util.Set;

/// Chooses a lead's first channel by its score, among those that are open.
public interface Router {

  /// The routing tree (SND-20 to SND-23): call, voicemail, e-mail, SMS; empty when it takes none of
  /// the open channels, which is so when only voice is open and the score does not pay for it.
  Router TREE = Router::tree;

  /// @param open what neither law, addresses nor budget close
  Optional<Channel> choose(Band band, Goal goal, Set<Channel> open);

  private static Optional<Channel> tree(Band band, Goal goal, Set<Channel> open) {
    if (band == Band.HIGH && goal == Goal.APPOINTMENT && open.contains(Channel.VOICE_CALL))
      return Optional.of(Channel.VOICE_CALL);
    var voicemail = band == Band.HIGH || band == Band.MEDIUM;
    if (voicemail && open.contains(Channel.VOICEMAIL)) return Optional.of(Channel.VOICEMAIL);
    return text(open);
  }

  /// E-mail before SMS.
  static Optional<Channel> text(Set<Channel> open) {
    if (open.contains(Channel.EMAIL)) return Optional.of(Channel.EMAIL);
    return open.contains(Channel.SMS) ? Optional.of(Channel.SMS) : Optional.empty();
  }
}
