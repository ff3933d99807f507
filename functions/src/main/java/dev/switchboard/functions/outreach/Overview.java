package dev.switchboard.functions.outreach;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.contact.Channel;
import dev.switchboard.contact.ContactId;
import dev.switchboard.decision.Decisions;
import dev.switchboard.decision.Decisions.Result;
import dev.switchboard.functions.Json;
import dev.switchboard.functions.aws.Parallel;
import dev.switchboard.outreach.Execution;
import dev.switchboard.outreach.Execution.Status;
import dev.switchboard.outreach.Executions;
import dev.switchboard.price.Usd;
import dev.switchboard.send.Ledger;
import dev.switchboard.send.Send;
import dev.switchboard.send.State;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Counts an execution from its decisions, sends and results: always from what is, never from
/// counters that could drift.
public final class Overview {

  private static final String SUMMARY = "summary";

  private final Executions executions;
  private final Decisions decisions;
  private final Ledger ledger;

  public Overview(Executions executions, Decisions decisions, Ledger ledger) {
    this.executions = executions;
    this.decisions = decisions;
    this.ledger = ledger;
  }

  /// The count as it is now; for a completed execution as it was when it was last found settled.
  Summary of(Execution execution) {
    var results = decisions.results(execution.owner(), execution.id());
    if (execution.status() != Status.COMPLETED) return count(execution, results);
    return executions
        .note(execution.owner(), execution.id(), SUMMARY)
        .map(kept -> Json.read(kept, Kept.class))
        .filter(kept -> kept.results() == results.size() && kept.summary().unsettled() == 0)
        .map(Kept::summary)
        .orElseGet(() -> count(execution, results));
  }

  /// Keeps the count of an execution that is settled, so that lists need not count it again.
  void keep(Execution execution) {
    var results = decisions.results(execution.owner(), execution.id());
    var kept = new Kept(results.size(), count(execution, results));
    executions.note(execution.owner(), execution.id(), SUMMARY, Json.text(kept));
  }

  /// @param results how many were counted; with more of them the count is an old one
  private record Kept(int results, Summary summary) {}

  private Summary count(Execution execution, List<Result> results) {
    var leads =
        decisions.read(execution.owner(), execution.id(), 0, execution.leads()).stream()
            .map(entry -> Json.tree(entry.document()))
            .toList();
    var sends =
        Parallel.map(
                IntStream.range(0, execution.shards()).boxed().toList(),
                shard -> ledger.shard(execution.owner(), execution.id(), shard))
            .stream()
            .flatMap(List::stream)
            .toList();
    var written = execution.status() != Status.PLANNING;
    return new Count(leads, sends, results, written).summary();
  }

  /// One execution being counted.
  ///
  /// @param written whether all of its sends are there
  private record Count(
      List<JsonNode> leads, List<Send> sends, List<Result> results, boolean written) {

    Summary summary() {
      var statuses = new TreeMap<String, Integer>();
      leads.forEach(lead -> statuses.merge(lead.path("status").asText(), 1, Integer::sum));
      var states = new TreeMap<String, Integer>();
      sends.forEach(send -> states.merge(send.state().wire(), 1, Integer::sum));
      var unsettled = unsettled();
      return new Summary(
          leads.size(),
          unsettled,
          statuses,
          states,
          List.of(Channel.values()).stream().map(this::channel).toList(),
          scores(),
          count("responded"),
          count("converted"),
          sum(_ -> true, "low"),
          sum(_ -> true, "mid"),
          sum(_ -> true, "high"),
          sum(_ -> true, "with_fallbacks"),
          cost(sends),
          sends.stream()
              .filter(send -> send.state().waiting())
              .flatMap(send -> send.due().stream())
              .min(Comparator.naturalOrder()));
    }

    private int unsettled() {
      if (!written) return (int) leads.stream().filter(lead -> lead.has("primary_channel")).count();
      var open = new HashSet<ContactId>();
      sends.stream()
          .filter(send -> !send.state().settled())
          .forEach(send -> open.add(send.id().contact()));
      return open.size();
    }

    private Summary.ByChannel channel(Channel channel) {
      var own = sends.stream().filter(send -> send.channel() == channel).toList();
      Predicate<JsonNode> first =
          lead -> lead.path("primary_channel").asText().equals(channel.wire());
      return new Summary.ByChannel(
          channel.wire(),
          (int) leads.stream().filter(first).count(),
          (int) own.stream().filter(send -> send.state().taken()).count(),
          (int) own.stream().filter(Count::delivered).count(),
          credited("responded", channel),
          credited("converted", channel),
          sum(first, "mid"),
          cost(own));
    }

    private static boolean delivered(Send send) {
      return send.state() == State.DELIVERED
          || send.state() == State.VOICEMAIL
          || send.state() == State.ANSWERED;
    }

    private int credited(String kind, Channel channel) {
      return (int)
          results.stream()
              .filter(
                  it -> it.kind().equals(kind) && it.channel().filter(channel::equals).isPresent())
              .count();
    }

    private int count(String kind) {
      return (int) results.stream().filter(it -> it.kind().equals(kind)).count();
    }

    private List<Summary.ByScore> scores() {
      var byScore =
          leads.stream().collect(Collectors.groupingBy(lead -> lead.path("score").asInt(0)));
      return new TreeMap<>(byScore)
          .entrySet().stream().map(entry -> score(entry.getKey(), entry.getValue())).toList();
    }

    private Summary.ByScore score(int score, List<JsonNode> of) {
      var people =
          of.stream().map(lead -> lead.path("contact_id").asText()).collect(Collectors.toSet());
      Predicate<Result> theirs = result -> people.contains(result.contact().value());
      return new Summary.ByScore(
          score,
          of.size(),
          (int) results.stream().filter(theirs).filter(it -> it.kind().equals("responded")).count(),
          (int) results.stream().filter(theirs).filter(it -> it.kind().equals("converted")).count(),
          cost(sends.stream().filter(it -> people.contains(it.id().contact().value())).toList()),
          results.stream()
              .filter(theirs)
              .flatMap(it -> it.value().stream())
              .reduce(Usd.ZERO, Usd::plus)
              .micros());
    }

    /// Sums one of the four estimates, in micros.
    private long sum(Predicate<JsonNode> which, String estimate) {
      return leads.stream()
          .filter(which)
          .map(lead -> lead.path("cost").path(estimate))
          .filter(JsonNode::isNumber)
          .mapToLong(amount -> Usd.of(amount.decimalValue()).micros())
          .sum();
    }

    private static long cost(List<Send> sends) {
      return sends.stream().map(Send::cost).reduce(Usd.ZERO, Usd::plus).micros();
    }
  }

  /// The status as a caller sees it: running until all is settled, whatever was noted.
  static String standing(Execution execution, Summary summary) {
    return switch (execution.status()) {
      case RUNNING, COMPLETED ->
          (summary.unsettled() == 0 ? Status.COMPLETED : Status.RUNNING).wire();
      case PLANNING, AWAITING_APPROVAL, PAUSED, CANCELLED -> execution.status().wire();
    };
  }
}
