package dev.switchboard.local.vendors;

import dev.switchboard.contact.Channel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What the vendors were asked, what they took, and what was wrong with the requests.
public final class Journal {

  private final List<Ask> asks = new ArrayList<>();
  private final Map<String, Integer> attempts = new HashMap<>();
  private final List<Taken> taken = new ArrayList<>();
  private final List<String> wrong = new ArrayList<>();

  /// @return how often that message was asked for, with this
  synchronized int asked(Ask ask) {
    asks.add(ask);
    return attempts.merge(ask.mid(), 1, Integer::sum);
  }

  synchronized Taken took(Taken message) {
    taken.add(message);
    return message;
  }

  synchronized void objected(List<String> objections) {
    wrong.addAll(objections);
  }

  /// Every request to carry a message, oldest first.
  public synchronized List<Ask> asks() {
    return List.copyOf(asks);
  }

  /// Every message that was taken, oldest first.
  public synchronized List<Taken> taken() {
    return List.copyOf(taken);
  }

  /// What was wrong with requests; empty if nothing was.
  public synchronized List<String> wrong() {
    return List.copyOf(wrong);
  }

  /// The messages of one channel that were taken, the newest first.
  List<Taken> taken(Channel channel) {
    return taken().reversed().stream().filter(it -> it.ask().channel() == channel).toList();
  }

  /// How often a send was taken.
  int taken(String mid) {
    return Math.toIntExact(taken().stream().filter(it -> it.ask().mid().equals(mid)).count());
  }

  Optional<Taken> message(String id) {
    return taken().stream().filter(it -> it.id().equals(id)).findFirst();
  }

  /// How many messages were taken, by channel.
  public Map<Channel, Long> count() {
    return counted(it -> it.ask().channel());
  }

  /// What was taken more than once: sends, and channels of an address.
  public List<String> twice() {
    var sends = counted(it -> "send " + it.ask().mid());
    sends.putAll(counted(it -> it.ask().channel().wire() + " to " + it.ask().to()));
    sends.values().removeIf(count -> count == 1);
    return List.copyOf(sends.keySet());
  }

  private <K> Map<K, Long> counted(Function<Taken, K> by) {
    return taken().stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.counting()));
  }
}
