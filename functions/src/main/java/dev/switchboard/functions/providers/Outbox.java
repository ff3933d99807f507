package dev.switchboard.functions.providers;

import dev.switchboard.functions.Json;
import dev.switchboard.functions.aws.Item;
import dev.switchboard.functions.aws.SqsQueue;
import dev.switchboard.functions.aws.Table;
import dev.switchboard.functions.aws.Update;
import dev.switchboard.functions.providers.Scenario.Script;
import dev.switchboard.functions.send.ReportQueue;
import dev.switchboard.functions.send.ReportQueue.Told;
import dev.switchboard.price.Usd;
import dev.switchboard.send.Content;
import dev.switchboard.send.Objection;
import dev.switchboard.send.Outcome;
import dev.switchboard.send.Outcome.Refusal;
import dev.switchboard.send.Provider;
import dev.switchboard.send.Report;
import dev.switchboard.send.Send;
import dev.switchboard.send.SendId;
import dev.switchboard.send.Sighting;
import dev.switchboard.send.State;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Stands in for the paid providers: keeps every call, sends nothing to anybody.
///
/// Each call it gets is an item, with what it answered, and duplicates are never removed, as a real
/// provider would not. What happens to a message afterwards is a [Scenario]; reports and replies
/// come over the same queue as those of real providers, and a report that got lost there is found
/// by asking. Items are marked simulated.
public final class Outbox implements Provider {

  /// No id of a real provider begins with it.
  private static final String PREFIX = "outbox-";

  private static final String PENDING = "pending";
  private static final String NONE = "-";
  private static final Duration KEPT = Duration.ofDays(30);

  private final Table table;
  private final ReportQueue queue;
  private final Scenario scenario;
  private final InstantSource clock;
  private final Supplier<String> ids;

  /// @param ids makes what tells its messages apart
  public Outbox(
      Table table,
      ReportQueue queue,
      Scenario scenario,
      InstantSource clock,
      Supplier<String> ids) {
    this.table = table;
    this.queue = queue;
    this.scenario = scenario;
    this.clock = clock;
    this.ids = ids;
  }

  /// Whether it took a send in place of a real provider.
  public static boolean took(Send send) {
    return send.providerId().filter(id -> id.startsWith(PREFIX)).isPresent();
  }

  @Override
  public String name() {
    return "outbox";
  }

  @Override
  public Outcome attempt(Send send, Content content, Optional<Instant> before) {
    var now = clock.instant();
    var script =
        scenario.script(send.step().address(), send.channel(), Math.max(0, send.attempts() - 1));
    var answer = script.attempt().orElse(Scenario.Answer.ACCEPTED);
    var providerId = PREFIX + ids.get();
    var tellings = answer.taken() ? tellings(send, providerId, script, now) : List.<Telling>of();
    tellings.forEach(telling -> keepPending(telling, now));
    table.put(call(send, content, providerId, script, now));
    for (var telling : tellings)
      if (telling.after().compareTo(SqsQueue.MAX_DELAY) <= 0)
        queue.tell(telling.told(), telling.after());
    return switch (answer) {
      case ACCEPTED -> new Outcome.Accepted(providerId);
      case LOST_REPLY -> new Outcome.Unclear("the answer got lost");
      case UNCLEAR -> new Outcome.Unclear("503");
      case NOT_TAKEN -> new Outcome.NotTaken(Optional.empty(), "connection refused");
      case OPTED_OUT -> refused(Refusal.OPTED_OUT, "21610", "the recipient opted out");
      case BAD_ADDRESS -> refused(Refusal.BAD_ADDRESS, "21614", "not a number that can be reached");
      case CONTENT -> refused(Refusal.CONTENT, "30007", "the words were filtered");
      case OUR_MISTAKE -> refused(Refusal.OUR_MISTAKE, "20003", "the account is not valid");
    };
  }

  private static Outcome refused(Refusal refusal, String code, String detail) {
    return new Outcome.Refused(refusal, code, detail);
  }

  private static Item call(
      Send send, Content content, String providerId, Script script, Instant now) {
    var answer = script.attempt().orElse(Scenario.Answer.ACCEPTED);
    var taken = Optional.of(providerId).filter(_ -> answer.taken());
    var reports = answer.taken() ? script.reports() : List.<Scenario.Later>of();
    return Item.of(send.id().value(), "call#" + providerId)
        .text("answer", answer.name().toLowerCase(Locale.ROOT))
        .text("provider_id", taken)
        .text("owner", send.owner().value())
        .text("channel", send.channel().wire())
        .text("to", send.step().address())
        .text("subject", content.subject())
        .text("text", content.text())
        .instant("at", now)
        .flag("simulated", true)
        .list("reports", reports.stream().map(later -> line(later.report(now))).toList())
        .number("expires_at", now.plus(KEPT).getEpochSecond())
        .done();
  }

  /// @param asked whether one could ask a provider for it too
  private record Telling(Told told, Duration after, boolean asked) {}

  private static List<Telling> tellings(Send send, String providerId, Script script, Instant now) {
    var mid = send.id().value();
    var tellings = new ArrayList<Telling>();
    for (var later : script.reports()) {
      var told = Told.report(mid, providerId, later.report(now));
      tellings.add(new Telling(told, later.after(), true));
    }
    script
        .reply()
        .ifPresent(reply -> {
          var told = Told.reply(mid, reply.text(), now.plus(reply.after()));
          tellings.add(new Telling(told, reply.after(), false));
        });
    return tellings;
  }

  /// Kept until told: replies, which one could not ask a provider for, and what is later than a
  /// queue can wait.
  private void keepPending(Telling telling, Instant now) {
    if (telling.asked() && telling.after().compareTo(SqsQueue.MAX_DELAY) <= 0) return;
    var told = Json.text(telling.told());
    var at = now.plus(telling.after());
    table.put(
        Item.of(PENDING, Item.time(at) + "#" + ids.get())
            .text("told", told)
            .instant("at", at)
            .number("expires_at", at.plus(KEPT).getEpochSecond())
            .done());
  }

  /// Tells what is due once more; telling twice is harmless, losing one is not.
  public void tellDue() {
    var now = clock.instant();
    for (var item : table.under(PENDING, "")) {
      if (item.instant("at").isAfter(now)) return;
      queue.tell(Json.read(item.text("told"), Told.class), Duration.ZERO);
      table.delete(PENDING, item.text("sk"));
    }
  }

  /// Takes the addressee and the words out of what was taken of a send; that it was taken stays.
  public void forget(SendId send) {
    for (var item : table.under(send.value(), "call#"))
      table.update(
          send.value(),
          item.text("sk"),
          new Update(
              "SET #to = :erased, #text = :erased REMOVE subject",
              Map.of("#to", "to", "#text", "text"),
              Map.of(":erased", AttributeValue.fromS("erased"))));
  }

  @Override
  public Sighting find(Send send) {
    return calls(send).stream()
        .flatMap(item -> item.maybe("provider_id").stream())
        .filter(id -> !send.superseded(id))
        .findFirst()
        .<Sighting>map(Sighting.Found::new)
        .orElseGet(Sighting.Absent::new);
  }

  @Override
  public List<Report> reports(Send send) {
    var now = clock.instant();
    return calls(send).stream()
        .filter(item -> send.providerId().equals(item.maybe("provider_id")))
        .flatMap(item -> item.lines("reports").stream())
        .map(Outbox::report)
        .filter(report -> !report.at().isAfter(now))
        .toList();
  }

  private List<Item> calls(Send send) {
    return table.under(send.id().value(), "call#");
  }

  private static String line(Report report) {
    return String.join(
        "|",
        report.state().wire(),
        report.at().toString(),
        report.cost().map(cost -> cost.dollars().toPlainString()).orElse(NONE),
        report.objection().map(it -> it.kind().name()).orElse(NONE),
        report.cause());
  }

  private static Report report(String line) {
    var parts = line.split("\\|", 5);
    return new Report(
        State.ofWire(parts[0]),
        parts[4],
        Optional.of(parts[3])
            .filter(kind -> !kind.equals(NONE))
            .map(kind -> new Objection(Objection.Kind.valueOf(kind), "outbox " + parts[4])),
        Optional.of(parts[2]).filter(cost -> !cost.equals(NONE)).map(Usd::of),
        Instant.parse(parts[1]));
  }
}
