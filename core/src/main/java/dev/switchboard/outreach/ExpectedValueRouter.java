package dev.switchboard.outreach;

import dev.switchboard.contact.Channel;
import java.util.Optional;
import java.util.Set;

/// Chooses the channel with the greatest expected return: rate times value less price.
///
/// With [Rates#PRIOR] it chooses as [Router#TREE] does, for every input; observed outcomes move it.
/// A channel that does not earn its price is not taken, but a lead is not dropped for that: text is
/// then sent all the same.
public record ExpectedValueRouter(Returns returns) implements Router {

  @Override
  public Optional<Channel> choose(Band band, Goal goal, Set<Channel> open) {
    var best = Optional.<Channel>empty();
    double most = 0;
    for (var channel : open) {
      var net = returns.net(channel, band, goal);
      if (net <= most) continue;
      most = net;
      best = Optional.of(channel);
    }
    return best.or(() -> Router.text(open));
  }
}
