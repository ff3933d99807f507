package dev.switchboard.functions;

import dev.switchboard.campaign.Probability;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// What the environment of a function decides.
///
/// @param deadLetters URLs of the queues of what was given up, by what it was: `plans`, `sends`,
///   `reports`, `events`; only of those that the function is told of
/// @param publicUrl base of links in messages; empty: the address that the order came to
/// @param bidPageUrl page at which contractors bid, up to the token that is appended; empty: ours
/// @param ownerClaim claim that names the owner
/// @param rolesClaim claim that lists the roles
/// @param outboxScenario JSON; empty: everything goes well
/// @param retention how long sends, decisions and executions are kept
/// @param escalationThreshold chance of enough bids below which a campaign invites more
/// @param messageGroups whether queue messages carry their owner as group
/// @param campaignMachine ARN of the machine of campaigns; only of functions that start it
public record Settings(
    Tables tables,
    Queues queues,
    Map<String, String> deadLetters,
    String bus,
    Optional<String> publicUrl,
    Optional<String> bidPageUrl,
    String ownerClaim,
    String rolesClaim,
    String outboxScenario,
    Duration retention,
    Probability escalationThreshold,
    boolean messageGroups,
    Optional<String> campaignMachine) {

  /// Names of the tables.
  public record Tables(
      String contacts,
      String sends,
      String decisions,
      String outreach,
      String campaigns,
      String contractors,
      String outbox) {}

  /// URLs of the queues.
  public record Queues(String plans, String sends, String reports) {}

  /// Reads every setting.
  ///
  /// @throws IllegalStateException naming all that are missing
  public static Settings from(Map<String, String> env) {
    var read = new Reader(env);
    var settings =
        new Settings(
            new Tables(
                read.text("CONTACTS_TABLE"),
                read.text("SENDS_TABLE"),
                read.text("DECISIONS_TABLE"),
                read.text("OUTREACH_TABLE"),
                read.text("CAMPAIGNS_TABLE"),
                read.text("CONTRACTORS_TABLE"),
                read.text("OUTBOX_TABLE")),
            new Queues(
                read.text("PLANS_QUEUE_URL"),
                read.text("SENDS_QUEUE_URL"),
                read.text("REPORTS_QUEUE_URL")),
            deadLetters(env),
            read.text("BUS_NAME"),
            named(env, "PUBLIC_URL"),
            named(env, "BID_PAGE_URL"),
            read.text("OWNER_CLAIM"),
            read.text("ROLES_CLAIM"),
            env.getOrDefault("OUTBOX_SCENARIO", ""),
            read.days("RETENTION_DAYS"),
            read.chance("ESCALATION_THRESHOLD"),
            read.flag("MESSAGE_GROUPS"),
            named(env, "CAMPAIGN_MACHINE_ARN"));
    read.refuse();
    return settings;
  }

  private static Optional<String> named(Map<String, String> env, String name) {
    return Optional.ofNullable(env.get(name)).filter(value -> !value.isBlank());
  }

  private static Map<String, String> deadLetters(Map<String, String> env) {
    var urls = new TreeMap<String, String>();
    for (var queue : List.of("plans", "sends", "reports", "events")) {
      var url = env.getOrDefault(queue.toUpperCase(Locale.ROOT) + "_DEAD_LETTERS_URL", "");
      if (!url.isBlank()) urls.put(queue, url);
    }
    return urls;
  }

  /// Collects what is wrong, so that all of it is told at once.
  private static final class Reader {

    private final Map<String, String> env;
    private final TreeSet<String> wrong = new TreeSet<>();

    Reader(Map<String, String> env) {
      this.env = env;
    }

    String text(String name) {
      var value = env.getOrDefault(name, "");
      if (value.isBlank()) wrong.add(name + " is missing");
      return value;
    }

    Duration days(String name) {
      var value = text(name);
      if (value.matches("[1-9][0-9]{0,4}")) return Duration.ofDays(Integer.parseInt(value));
      if (!value.isBlank()) wrong.add(name + " is a whole number of days: " + value);
      return Duration.ZERO;
    }

    Probability chance(String name) {
      var value = text(name);
      if (value.matches("0(\\.[0-9]{1,6})?|1(\\.0{1,6})?"))
        return new Probability(Double.parseDouble(value));
      if (!value.isBlank()) wrong.add(name + " is a number from 0 to 1: " + value);
      return new Probability(0);
    }

    boolean flag(String name) {
      var value = text(name);
      if (!value.isBlank() && !value.equals("true") && !value.equals("false"))
        wrong.add(name + " is true or false: " + value);
      return value.equals("true");
    }

    void refuse() {
      if (!wrong.isEmpty())
        throw new IllegalStateException("environment: " + String.join("; ", wrong));
    }
  }
}
