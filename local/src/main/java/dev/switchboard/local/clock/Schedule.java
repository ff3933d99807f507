package dev.switchboard.local.clock;

import com.cronutils.model.Cron;
import com.cronutils.model.definition.CronDefinition;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;

/// When something fires: EventBridge's `rate(…)`, six-field `cron(…)` or `at(…)`.
///
/// @see <a
///   href="https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html">AWS</a>
public sealed interface Schedule {

  /// The first firing after `time`; none when there is no more.
  Optional<Instant> after(Instant time);

  /// @param every from the runtime's start on
  record Rate(Duration every, Instant start) implements Schedule {
    @Override
    public Optional<Instant> after(Instant time) {
      if (time.isBefore(start)) return Optional.of(start.plus(every));
      var passed = Duration.between(start, time).dividedBy(every);
      return Optional.of(start.plus(every.multipliedBy(passed + 1)));
    }
  }

  record Calendar(Cron cron, ZoneId zone) implements Schedule {
    @Override
    public Optional<Instant> after(Instant time) {
      return ExecutionTime.forCron(cron)
          .nextExecution(time.atZone(zone))
          .map(each -> each.toInstant());
    }
  }

  record Once(Instant at) implements Schedule {
    @Override
    public Optional<Instant> after(Instant time) {
      return Optional.of(at).filter(instant -> instant.isAfter(time));
    }
  }

  Pattern FORM = Pattern.compile("(rate|cron|at)\\((.+)\\)");
  Pattern RATE = Pattern.compile("([1-9]\\d*) (minute|hour|day)s?");

  /// @param expression as the template has it
  /// @param zone IANA name of the time zone of cron and at expressions
  /// @param start from when rates count
  /// @throws IllegalArgumentException when it is none of the three forms
  static Schedule of(String expression, String zone, Instant start) {
    var form = FORM.matcher(expression);
    if (!form.matches()) throw malformed(expression);
    var inner = form.group(2);
    try {
      return switch (form.group(1)) {
        case "rate" -> rate(inner, start);
        case "cron" -> new Calendar(new CronParser(fields()).parse(inner), ZoneId.of(zone));
        default -> new Once(LocalDateTime.parse(inner).atZone(ZoneId.of(zone)).toInstant());
      };
    } catch (DateTimeException e) {
      throw malformed(expression + " in " + zone);
    }
  }

  private static Schedule rate(String inner, Instant start) {
    var rate = RATE.matcher(inner);
    if (!rate.matches()) throw malformed("rate(" + inner + ")");
    var count = Long.parseLong(rate.group(1));
    var every =
        switch (rate.group(2)) {
          case "minute" -> Duration.ofMinutes(count);
          case "hour" -> Duration.ofHours(count);
          default -> Duration.ofDays(count);
        };
    return new Rate(every, start);
  }

  private static CronDefinition fields() {
    return CronDefinitionBuilder.defineCron()
        .withMinutes()
        .and()
        .withHours()
        .and()
        .withDayOfMonth()
        .supportsL()
        .supportsW()
        .supportsLW()
        .supportsQuestionMark()
        .and()
        .withMonth()
        .and()
        .withDayOfWeek()
        .withValidRange(1, 7)
        .withMondayDoWValue(2)
        .supportsHash()
        .supportsL()
        .supportsQuestionMark()
        .and()
        .withYear()
        .withValidRange(1970, 2199)
        .and()
        .instance();
  }

  private static IllegalArgumentException malformed(String expression) {
    return new IllegalArgumentException(
        "a schedule must be rate(5 minutes), cron(0 9 ? * MON-FRI *) or at(2026-11-24T13:00:00): "
            + expression);
  }
}
