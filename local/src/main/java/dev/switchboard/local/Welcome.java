package dev.switchboard.local;

import dev.switchboard.contact.Channel;
import dev.switchboard.functions.providers.setup.Brand;
import dev.switchboard.functions.providers.setup.ProviderSettings;
import dev.switchboard.functions.providers.setup.Setup;
import dev.switchboard.local.sample.Words;
import dev.switchboard.local.template.Template;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is printed once everything runs.
public final class Welcome {

  private static final String COMMAND = "mvn -q compile exec:exec@app -Dapp.args=";
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu, HH:mm", Locale.US)
          .withZone(ZoneId.of("America/New_York"));
  private static final Duration REAL = Duration.ofSeconds(1);

  private Welcome() {}

  /// What runs where.
  public static List<String> running(EmbeddedRuntime runtime) {
    var template = runtime.template();
    return """

    %6$s Ctrl-C stops it.

      API        %1$s
      Sign in    %1$s/issuer
      Tables     %2$s
      Queues     %3$s
      Schedules  %4$s
      Outbox     %1$s/dev/outbox: stands in for %7$s
      Clock      %5$s\
    """
        .formatted(
            runtime.url(),
            joined(template.tables().stream().map(Template.Table::name).toList()),
            joined(template.queues().stream().map(Template.Queue::name).toList()),
            joined(schedules(template)),
            clock(runtime),
            reach(runtime.providers()),
            simulated(runtime.providers()))
        .lines()
        .toList();
  }

  /// Whom it reaches: nobody, or people by the vendors that are set up.
  static String reach(ProviderSettings providers) {
    var real =
        channels(providers, true)
            .map(it -> "%s (%s)".formatted(name(it), Brand.of(it).title()))
            .toList();
    if (real.isEmpty()) return "Switchboard runs, on this machine only. Nothing leaves it.";
    return "Switchboard runs on this machine. Real, reaching people and costing money: %s."
        .formatted(String.join(", ", real));
  }

  /// What the outbox stands in for.
  static String simulated(ProviderSettings providers) {
    if (!providers.real()) return "the paid providers";
    return joined(channels(providers, false).map(Welcome::name).toList());
  }

  private static Stream<Channel> channels(ProviderSettings providers, boolean real) {
    return Arrays.stream(Channel.values())
        .filter(channel -> !(providers.of(channel) instanceof Setup.None<?>) == real);
  }

  private static String name(Channel channel) {
    return Words.channel(channel.wire());
  }

  private static String clock(EmbeddedRuntime runtime) {
    var now = runtime.clock().instant();
    var behind = Duration.between(now, Instant.now());
    if (behind.abs().compareTo(REAL) < 0) return "real time";
    return """
    %s in New York: not real time, so that the sample works
                 at any hour. Back to real time, once it is over:
                 %s"clock --real"\
    """
        .formatted(DAY.format(now), COMMAND);
  }

  /// What to try.
  public static List<String> next(EmbeddedRuntime runtime) {
    return """

    Try next, in another terminal:

      Your own leads, first without sending, then in earnest, then how they go
        %2$s"send leads.csv --dry-run --budget-total 5"
        %2$s"send leads.csv --goal appointment"
        %2$s"progress"
      %3$s
      The API itself
        TOKEN=$(curl -s '%1$s/dev/token?person=manager' | sed 's/.*"token":"//;s/".*//')
        curl -H "Authorization: Bearer $TOKEN" %1$s/api/smart-send
      What the outbox was given, and the tables and queues behind it all
        curl '%1$s/dev/outbox?limit=5'
        export AWS_ACCESS_KEY_ID=x AWS_SECRET_ACCESS_KEY=x AWS_DEFAULT_REGION=us-east-1
        aws --endpoint-url %1$s dynamodb list-tables

    It stays up until Ctrl-C; what it keeps is there again at the next start.
    """
        .formatted(runtime.url(), COMMAND, third(runtime.providers()))
        .lines()
        .toList();
  }

  /// The clock stays where a provider is real.
  private static String third(ProviderSettings providers) {
    return providers.real()
        ? "Whether all that the providers need is there\n    " + COMMAND + "\"doctor\""
        : "Let time pass\n    " + COMMAND + "\"clock --advance PT6H\"";
  }

  private static List<String> schedules(Template template) {
    return template.functions().stream()
        .flatMap(function ->
            function.triggers().stream()
                .filter(Template.OnSchedule.class::isInstance)
                .map(Template.OnSchedule.class::cast)
                .map(schedule -> "%s %s".formatted(function.name(), schedule.expression())))
        .toList();
  }

  private static String joined(List<String> names) {
    return names.isEmpty() ? "none" : names.stream().collect(Collectors.joining(", "));
  }
}
