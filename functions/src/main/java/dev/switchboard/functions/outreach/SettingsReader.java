package dev.switchboard.functions.outreach;

import dev.switchboard.contact.Channel;
import dev.switchboard.contact.Policy;
import dev.switchboard.contact.QuietDays;
import dev.switchboard.functions.http.Body;
import dev.switchboard.functions.http.Fields;
import dev.switchboard.functions.http.Findings;
import dev.switchboard.functions.http.Problem;
import dev.switchboard.functions.http.Text;
import dev.switchboard.outreach.OutreachSettings;
import dev.switchboard.outreach.OutreachSettings.Limits;
import dev.switchboard.outreach.OutreachSettings.Pace;
import dev.switchboard.outreach.OutreachSettings.Routing;
import dev.switchboard.outreach.OutreachSettings.Sender;
import dev.switchboard.outreach.OutreachSettings.Thresholds;
import dev.switchboard.outreach.OwnerRule;
import dev.switchboard.outreach.PreferredHours;
import dev.switchboard.price.Usd;
import java.time.Duration;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Reads an owner's settings; what is left out has its default.
final class SettingsReader {

  private static final Usd MOST = Usd.of("1000000");
  private static final int MAX_RULES = 50;
  private static final Text CLOCK =
      Text.form("([01][0-9]|2[0-3]):[0-5][0-9]", "must be a time of day: 09:00");
  private static final OutreachSettings DEFAULT = OutreachSettings.DEFAULT;

  private SettingsReader() {}

  /// @throws dev.switchboard.functions.http.Refused with all findings
  static OutreachSettings read(Body body) {
    var findings = new Findings();
    var settings =
        Fields.of(body.json(), "", Fields.Form.STRICT, findings)
            .flatMap(fields -> settings(fields, findings));
    findings.refuse(Problem.Kind.INVALID_BODY);
    return settings.orElseThrow();
  }

  private static Optional<OutreachSettings> settings(Fields fields, Findings findings) {
    var sender = fields.object("sender").map(SettingsReader::sender).orElse(DEFAULT.sender());
    var routing = fields.object("routing").flatMap(SettingsReader::routing);
    var pace = fields.object("pace").flatMap(SettingsReader::pace);
    var limits = fields.object("limits").map(SettingsReader::limits).orElse(DEFAULT.limits());
    var attested = attested(fields);
    var quiet =
        fields.object("quiet_days").map(SettingsReader::quietDays).orElse(DEFAULT.quietDays());
    var mode =
        fields.choice(
            "mode", List.of(Policy.Mode.values()), value -> value.name().toLowerCase(Locale.ROOT));
    var review = fields.flag("review").orElse(DEFAULT.review());
    fields.close();
    if (!findings.none()) return Optional.empty();
    return Optional.of(
        new OutreachSettings(
            sender,
            routing.orElse(DEFAULT.routing()),
            pace.orElse(DEFAULT.pace()),
            limits,
            attested,
            quiet,
            mode.orElse(DEFAULT.mode()),
            review,
            false));
  }

  private static Sender sender(Fields fields) {
    var sender =
        new Sender(
            fields.text("company", Text.line(1, 100)),
            fields.text("postal_address", Text.line(1, 300)));
    fields.close();
    return sender;
  }

  private static Optional<Routing> routing(Fields fields) {
    var before = DEFAULT.routing();
    var thresholds =
        fields.object("thresholds").map(SettingsReader::thresholds).orElse(before.thresholds());
    var rules = fields.list("rules", MAX_RULES, Fields.Form.STRICT, SettingsReader::rule);
    var learning = fields.flag("learning").orElse(before.learning());
    var voice = fields.flag("voice_on_qualified_score").orElse(before.voiceOnQualifiedScore());
    var holdout = fields.share("holdout").orElse(before.holdout());
    fields.close();
    return Optional.of(new Routing(thresholds, rules, learning, voice, holdout));
  }

  private static Thresholds thresholds(Fields fields) {
    var call = fields.integer("call", 1, 10).orElse(Thresholds.DEFAULT.call());
    var voicemail = fields.integer("voicemail", 1, 10).orElse(Thresholds.DEFAULT.voicemail());
    fields.close();
    if (voicemail <= call) return new Thresholds(call, voicemail);
    fields.wrong("voicemail", "must be at most `call`, which is " + call);
    return Thresholds.DEFAULT;
  }

  private static Optional<OwnerRule> rule(Fields fields) {
    fields.require("trait", "is required: industry, role, company or source");
    fields.require("equals", "is required: what the trait must be");
    fields.require("prefer", "is required: the channel");
    var trait = fields.choice("trait", List.of(OwnerRule.Trait.values()), OwnerRule.Trait::wire);
    var equals = fields.text("equals", Text.line(1, 100));
    if (equals.filter(String::isBlank).isPresent()) fields.wrong("equals", "must not be blank");
    var prefer = fields.choice("prefer", List.of(Channel.values()), Channel::wire);
    fields.close();
    if (trait.isEmpty() || equals.filter(text -> !text.isBlank()).isEmpty() || prefer.isEmpty())
      return Optional.empty();
    return Optional.of(new OwnerRule(trait.get(), equals.get(), prefer.get()));
  }

  private static Optional<Pace> pace(Fields fields) {
    var before = DEFAULT.pace();
    var pace =
        new Pace(
            fields.integer("frequency_cap", 1, 100).orElse(before.frequencyCap()),
            seconds(fields, "frequency_window_seconds", 3_600, 2_592_000, before.frequencyWindow()),
            seconds(fields, "cool_down_seconds", 0, 604_800, before.coolDown()),
            fields.integer("attempt_cap", 1, 10).orElse(before.attemptCap()),
            seconds(fields, "no_reaction_after_seconds", 60, 2_592_000, before.noReactionAfter()),
            hours(fields).or(before::voiceHours));
    fields.close();
    return Optional.of(pace);
  }

  private static Duration seconds(
      Fields fields, String name, int min, int max, Duration otherwise) {
    return fields.integer(name, min, max).map(Duration::ofSeconds).orElse(otherwise);
  }

  private static Optional<PreferredHours> hours(Fields fields) {
    return fields.object("voice_hours").flatMap(SettingsReader::preferred);
  }

  private static Optional<PreferredHours> preferred(Fields fields) {
    fields.require("from", "is required: a time of day");
    fields.require("to", "is required: a time of day");
    var from = fields.text("from", CLOCK).map(LocalTime::parse);
    var to = fields.text("to", CLOCK).map(LocalTime::parse);
    fields.close();
    if (from.isEmpty() || to.isEmpty()) return Optional.empty();
    if (from.get().isBefore(to.get())) return Optional.of(new PreferredHours(from.get(), to.get()));
    fields.wrong("to", "must be after `from`");
    return Optional.empty();
  }

  private static Limits limits(Fields fields) {
    var limits =
        new Limits(
            fields.money("max_order", Usd.ZERO, MOST).orElse(DEFAULT.limits().maxOrder()),
            fields
                .money("email_only_below", Usd.ZERO, MOST)
                .orElse(DEFAULT.limits().emailOnlyBelow()));
    fields.close();
    return limits;
  }

  private static QuietDays quietDays(Fields fields) {
    var quiet =
        new QuietDays(
            fields.flag("holidays").orElse(DEFAULT.quietDays().holidays()),
            new HashSet<>(fields.days("dates", QuietDays.MAX_DATES)));
    fields.close();
    return quiet;
  }

  private static Set<Channel> attested(Fields fields) {
    var channels = fields.choices("attested", List.of(Channel.values()), Channel::wire);
    return new HashSet<>(channels);
  }
}
