package dev.switchboard.functions.health;

import dev.switchboard.Unavailable;
import dev.switchboard.contact.Channel;
import dev.switchboard.functions.Services;
import dev.switchboard.functions.aws.SqsQueue;
import dev.switchboard.functions.aws.Table;
import dev.switchboard.functions.health.Dependency.Kind;
import dev.switchboard.functions.providers.checkup.Round;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Everything that the product depends on, asked at once and for five seconds at most.
public record Dependencies(List<Dependency> all) {

  static final Duration WITHIN = Duration.ofSeconds(5);

  public Dependencies {
    all = List.copyOf(all);
  }

  /// What came of asking one.
  ///
  /// @param latency until its answer; as long as was waited where there was none
  public record Checked(Dependency dependency, Health health, Duration latency) {}

  public static Dependencies of(Services services) {
    var carriers = new Carriers(services);
    var all = new ArrayList<Dependency>();
    for (var channel : Channel.values())
      all.add(new Dependency(channel.wire(), Kind.CHANNEL, () -> carriers.health(channel)));
    all.add(new Dependency("webhooks", Kind.WEBHOOKS, carriers::webhooks));
    all.addAll(tables(services));
    all.addAll(queues(services));
    all.add(
        new Dependency(
            "events",
            Kind.BUS,
            () -> {
              services.bus().look();
              return new Health.Answered();
            }));
    return new Dependencies(all);
  }

  private static List<Dependency> tables(Services services) {
    var names = services.settings().tables();
    return List.of(
        table(services, "contacts", names.contacts()),
        table(services, "sends", names.sends()),
        table(services, "decisions", names.decisions()),
        table(services, "outreach", names.outreach()),
        table(services, "outbox", names.outbox()));
  }

  /// Reads an item that there is not.
  private static Dependency table(Services services, String name, String table) {
    var asked = new Table(services.clients().dynamo(), table);
    return new Dependency(
        name,
        Kind.TABLE,
        () -> {
          var _ = asked.get("health", "health");
          return new Health.Answered();
        });
  }

  private static List<Dependency> queues(Services services) {
    return List.of(
        queue(services, "plans", Optional.of(services.planQueue().queue())),
        queue(services, "sends", Optional.of(services.sendQueue().queue())),
        queue(services, "reports", Optional.of(services.reportQueue().queue())),
        queue(services, "events", Optional.empty()));
  }

  private static Dependency queue(Services services, String name, Optional<SqsQueue> queue) {
    var given = services.settings().deadLetters();
    var deadLetters =
        Optional.ofNullable(given.get(name))
            .map(url -> new SqsQueue(services.clients().queues(), url, false));
    return new Dependency(
        name,
        Kind.QUEUE,
        () ->
            new Health.Queue(
                queue.map(SqsQueue::depth), deadLetters.map(it -> it.depth().waiting())));
  }

  /// Asks all of them.
  public List<Checked> check() {
    return check(WITHIN);
  }

  List<Checked> check(Duration within) {
    var asked =
        Round.of(all.stream().<Supplier<Health>>map(it -> () -> asked(it)).toList(), within);
    var checked = new ArrayList<Checked>();
    for (int i = 0; i < all.size(); i++) {
      var answer = asked.get(i);
      checked.add(
          new Checked(all.get(i), answer.value().orElseGet(Health.Silent::new), answer.took()));
    }
    return checked;
  }

  private static Health asked(Dependency dependency) {
    try {
      return dependency.question().get();
    } catch (Unavailable e) {
      return new Health.Down(e.getMessage());
    }
  }
}
