package dev.switchboard.functions.outreach;

import dev.switchboard.OwnerId;
import dev.switchboard.functions.outreach.ExecutionAnswer.ChannelAnswer;
import dev.switchboard.outreach.Execution;
import dev.switchboard.outreach.Executions;
import dev.switchboard.send.PurposeId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What smart-send brought, over several executions: by channel and by score.
final class Analytics {

  private static final int PAGE = 100;

  private final Executions executions;
  private final Overview overview;

  Analytics(Executions executions, Overview overview) {
    this.executions = executions;
    this.overview = overview;
  }

  /// @param averageCost actual cost of a lead
  record Answer(
      int executions,
      int leads,
      Optional<BigDecimal> averageCost,
      List<ChannelAnswer> byChannel,
      List<ScoreAnswer> byScore) {}

  /// @param score absent for leads without one
  /// @param returned value less cost, for each dollar of cost; absent without cost
  record ScoreAnswer(
      Optional<Integer> score,
      int leads,
      int responded,
      int converted,
      BigDecimal cost,
      BigDecimal value,
      @com.fasterxml.jackson.annotation.JsonProperty("return") Optional<BigDecimal> returned) {

    static ScoreAnswer of(Summary.ByScore count) {
      return new ScoreAnswer(
          Optional.of(count.score()).filter(score -> score > 0),
          count.leads(),
          count.responded(),
          count.converted(),
          ExecutionAnswer.amount(count.costMicrosUsd()),
          ExecutionAnswer.amount(count.valueMicrosUsd()),
          ratio(count.valueMicrosUsd() - count.costMicrosUsd(), count.costMicrosUsd()));
    }
  }

  static boolean between(Execution execution, Optional<Instant> from, Optional<Instant> to) {
    return from.filter(execution.createdAt()::isBefore).isEmpty()
        && to.filter(end -> !execution.createdAt().isBefore(end)).isEmpty();
  }

  /// Executions of that time and later, latest first, and perhaps some earlier ones.
  Stream<Execution> since(OwnerId owner, Optional<Instant> from) {
    var found = new ArrayList<Execution>();
    var before = Optional.<PurposeId>empty();
    while (true) {
      var page = executions.list(owner, before, PAGE);
      found.addAll(page);
      var early = page.stream().anyMatch(it -> from.filter(it.createdAt()::isBefore).isPresent());
      if (page.size() < PAGE || early) break;
      before = Optional.of(page.getLast().id());
    }
    return found.stream();
  }

  Answer of(Stream<Execution> chosen) {
    var summaries = chosen.map(overview::of).toList();
    var channels = new TreeMap<String, Summary.ByChannel>();
    var scores = new TreeMap<Integer, Summary.ByScore>();
    for (var summary : summaries) {
      summary.channels().forEach(it -> channels.merge(it.channel(), it, Summary.ByChannel::plus));
      summary.scores().forEach(it -> scores.merge(it.score(), it, Summary.ByScore::plus));
    }
    var leads = summaries.stream().mapToInt(Summary::leads).sum();
    return new Answer(
        summaries.size(),
        leads,
        ratio(summaries.stream().mapToLong(Summary::actualMicrosUsd).sum(), leads * 1_000_000L),
        channels.values().stream().map(ChannelAnswer::of).toList(),
        scores.values().stream().map(ScoreAnswer::of).toList());
  }

  private static Optional<BigDecimal> ratio(long of, long to) {
    if (to == 0) return Optional.empty();
    return Optional.of(
        BigDecimal.valueOf(of).divide(BigDecimal.valueOf(to), 4, RoundingMode.HALF_UP));
  }
}
