package dev.switchboard.functions.outreach;

import dev.switchboard.contact.Channel;
import dev.switchboard.outreach.OutreachSettings;
import dev.switchboard.outreach.PreferredHours;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// An owner's settings as the API tells and takes them.
record SettingsAnswer(
    Sender sender,
    Routing routing,
    Pace pace,
    Limits limits,
    List<String> attested,
    Quiet quietDays,
    String mode,
    boolean review) {

  record Sender(Optional<String> company, Optional<String> postalAddress) {}

  record Thresholds(int call, int voicemail) {}

  record Rule(String trait, String equals, String prefer) {}

  record Routing(
      Thresholds thresholds,
      List<Rule> rules,
      boolean learning,
      boolean voiceOnQualifiedScore,
      BigDecimal holdout) {}

  record Hours(String from, String to) {
    static Hours of(PreferredHours hours) {
      return new Hours(hours.from().toString(), hours.to().toString());
    }
  }

  record Pace(
      int frequencyCap,
      long frequencyWindowSeconds,
      long coolDownSeconds,
      int attemptCap,
      long noReactionAfterSeconds,
      Optional<Hours> voiceHours) {}

  record Quiet(boolean holidays, List<LocalDate> dates) {}

  record Limits(BigDecimal maxOrder, BigDecimal emailOnlyBelow) {}

  static SettingsAnswer of(OutreachSettings settings) {
    var routing = settings.routing();
    var pace = settings.pace();
    return new SettingsAnswer(
        new Sender(settings.sender().company(), settings.sender().postalAddress()),
        new Routing(
            new Thresholds(routing.thresholds().call(), routing.thresholds().voicemail()),
            routing.rules().stream()
                .map(it -> new Rule(it.trait().wire(), it.equals(), it.prefer().wire()))
                .toList(),
            routing.learning(),
            routing.voiceOnQualifiedScore(),
            BigDecimal.valueOf(routing.holdout())),
        new Pace(
            pace.frequencyCap(),
            pace.frequencyWindow().toSeconds(),
            pace.coolDown().toSeconds(),
            pace.attemptCap(),
            pace.noReactionAfter().toSeconds(),
            pace.voiceHours().map(Hours::of)),
        new Limits(
            Amounts.of(settings.limits().maxOrder()),
            Amounts.of(settings.limits().emailOnlyBelow())),
        settings.attested().stream().sorted().map(Channel::wire).toList(),
        new Quiet(
            settings.quietDays().holidays(),
            settings.quietDays().dates().stream().sorted().toList()),
        settings.mode().name().toLowerCase(Locale.ROOT),
        settings.review());
  }
}
