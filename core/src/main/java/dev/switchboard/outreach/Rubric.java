package dev.switchboard.outreach;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Qualifies without a model: points for the fields that are there, from 3.
///
/// | field | points |
/// | --- | --- |
/// | role | +3 decides (chief, founder, owner, president, director, head), +2 manager, else +1 |
/// | engagement | +3 from 10 on, +2 from 3 on, +1 from 1 on, -1 for 0 |
/// | source | +2 asked for it (referral, demo, inbound), +1 came (webinar, event), -2 bought |
/// | e-mail domain | +1 a company's, 0 a free mail service's |
/// | company | +1 |
/// | industry | +1 enterprise, else 0 |
///
/// Two fields at least must be there, and role, engagement or source among them: an address and a
/// company name say who it is, not what it is worth. The sum is kept within 1 and 10. The points
/// are assumptions; the score is a guess and is told as one.
public final class Rubric implements Qualifier {

  private static final int START = 3;
  private static final int MIN_SIGNALS = 2;

  private static final Pattern DECIDES =
      Pattern.compile(
          "\\b(chief|c[efmoti]o|founder|co-?founder|owner|president|vp|director|head)\\b");
  private static final Pattern MANAGES = Pattern.compile("\\b(manager|lead|supervisor)\\b");
  private static final Pattern ASKED =
      Pattern.compile("\\b(referral|referred|demo|inbound|quote)\\b");
  private static final Pattern CAME =
      Pattern.compile("\\b(webinar|event|website|newsletter|download|trial)\\b");
  private static final Pattern BOUGHT = Pattern.compile("\\b(purchased|bought|scraped|cold)\\b");
  private static final Set<String> FREE_MAIL =
      Set.of(
          "gmail.com",
          "googlemail.com",
          "yahoo.com",
          "hotmail.com",
          "outlook.com",
          "live.com",
          "msn.com",
          "icloud.com",
          "me.com",
          "aol.com",
          "proton.me",
          "protonmail.com",
          "gmx.com",
          "mail.com",
          "comcast.net",
          "verizon.net",
          "att.net");

  /// @param weighty whether it says what the lead is worth, not only who it is
  private record Signal(String what, int points, boolean weighty) {
    private String reason() {
      return "%s %+d".formatted(what, points);
    }
  }

  @Override
  public Scoring qualify(Lead lead) {
    var signals = signals(lead);
    if (signals.size() < MIN_SIGNALS || signals.stream().noneMatch(Signal::weighty))
      return Scoring.none("not enough data for a score");
    var sum = START + signals.stream().mapToInt(Signal::points).sum();
    var score = new LeadScore(Math.clamp(sum, LeadScore.MIN, LeadScore.MAX));
    return new Scoring(
        Optional.of(score), Scoring.Basis.QUALIFIED, signals.stream().map(Signal::reason).toList());
  }

  private static List<Signal> signals(Lead lead) {
    var traits = lead.traits();
    var signals = new ArrayList<Signal>();
    traits.role().map(Rubric::role).ifPresent(signals::add);
    traits.engagement().map(Rubric::engagement).ifPresent(signals::add);
    traits.source().map(Rubric::source).ifPresent(signals::add);
    lead.email().map(Rubric::domain).ifPresent(signals::add);
    traits.company().ifPresent(company -> signals.add(new Signal("company given", 1, false)));
    traits.industry().map(Rubric::industry).ifPresent(signals::add);
    return signals;
  }

  private static Signal role(String role) {
    var lower = role.toLowerCase(Locale.ROOT);
    var points = DECIDES.matcher(lower).find() ? 3 : MANAGES.matcher(lower).find() ? 2 : 1;
    return new Signal("role " + role, points, true);
  }

  private static Signal engagement(int count) {
    var points = count >= 10 ? 3 : count >= 3 ? 2 : count >= 1 ? 1 : -1;
    return new Signal("engagement " + count, points, true);
  }

  private static Signal source(String source) {
    var lower = source.toLowerCase(Locale.ROOT);
    var points =
        BOUGHT.matcher(lower).find()
            ? -2
            : ASKED.matcher(lower).find() ? 2 : CAME.matcher(lower).find() ? 1 : 0;
    return new Signal("source " + source, points, true);
  }

  private static Signal domain(String email) {
    var domain = email.substring(email.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    return FREE_MAIL.contains(domain)
        ? new Signal("free mail address", 0, false)
        : new Signal("company mail address", 1, false);
  }

  private static Signal industry(String industry) {
    return new Signal(
        "industry " + industry, industry.equalsIgnoreCase("enterprise") ? 1 : 0, false);
  }
}
