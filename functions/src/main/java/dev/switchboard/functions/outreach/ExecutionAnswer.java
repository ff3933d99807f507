package dev.switchboard.functions.outreach;

import dev.switchboard.functions.outreach.Amounts.Cost;
import dev.switchboard.outreach.Execution;
import dev.switchboard.outreach.Execution.Approval;
import dev.switchboard.outreach.Execution.Halt;
import dev.switchboard.price.Usd;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How an execution stands, as the API tells it.
record ExecutionAnswer(
    String executionId,
    String name,
    String goal,
    String status,
    boolean urgent,
    Instant createdAt,
    String createdBy,
    BigDecimal progress,
    Map<String, Integer> leads,
    Map<String, Integer> sends,
    List<ChannelAnswer> byChannel,
    int responded,
    int converted,
    Cost cost,
    BigDecimal actualCost,
    Optional<Instant> nextDueAt,
    Optional<String> approvedBy,
    Optional<Instant> approvedAt,
    Optional<String> haltedBecause,
    Optional<Instant> haltedAt,
    Optional<List<Preview>> previews) {

  record ChannelAnswer(
      String channel,
      int leads,
      int sends,
      int delivered,
      int responded,
      int converted,
      BigDecimal estimatedCost,
      BigDecimal actualCost) {

    static ChannelAnswer of(Summary.ByChannel count) {
      return new ChannelAnswer(
          count.channel(),
          count.leads(),
          count.sends(),
          count.delivered(),
          count.responded(),
          count.converted(),
          amount(count.estimatedMicrosUsd()),
          amount(count.actualMicrosUsd()));
    }
  }

  static ExecutionAnswer of(Execution execution, Summary summary) {
    return of(execution, summary, Optional.empty());
  }

  /// @param previews of the words, for who approves
  static ExecutionAnswer of(
      Execution execution, Summary summary, Optional<List<Preview>> previews) {
    return new ExecutionAnswer(
        execution.id().value(),
        execution.brief().name(),
        execution.brief().goal().wire(),
        Overview.standing(execution, summary),
        execution.brief().urgent(),
        execution.createdAt(),
        execution.createdBy(),
        progress(summary),
        summary.statuses(),
        summary.states(),
        summary.channels().stream().map(ChannelAnswer::of).toList(),
        summary.responded(),
        summary.converted(),
        new Cost(
            amount(summary.lowMicrosUsd()),
            amount(summary.midMicrosUsd()),
            amount(summary.highMicrosUsd()),
            amount(summary.withFallbacksMicrosUsd())),
        amount(summary.actualMicrosUsd()),
        summary.nextDue(),
        execution.approval().map(Approval::by),
        execution.approval().map(Approval::at),
        execution.halt().map(Halt::because),
        execution.halt().map(Halt::at),
        previews);
  }

  /// Rounded down: 1 only when all have ended.
  private static BigDecimal progress(Summary summary) {
    if (summary.leads() == 0) return BigDecimal.ZERO;
    return BigDecimal.valueOf(summary.leads() - summary.unsettled())
        .divide(BigDecimal.valueOf(summary.leads()), 3, RoundingMode.DOWN);
  }

  static BigDecimal amount(long micros) {
    return Amounts.of(new Usd(micros));
  }
}
