package dev.switchboard.outreach;

import dev.switchboard.contact.Channel;
import dev.switchboard.price.Usd;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;

/// Every number of smart-send that is a default of ours, each with its reason; prices stand in
/// [dev.switchboard.price.PriceTable], the fallback's triggers in [dev.switchboard.send.Chain].
///
/// The rates, values and prices hold together: with them, the channel of the greatest expected net
/// value is the one that the routing tree names, whatever channels are open. A test proves it over
/// all inputs; whoever changes one number here runs it.
public final class Defaults {

  /// The day these numbers were last gone through.
  public static final LocalDate AS_OF = LocalDate.of(2026, 11, 21);

  /// From this score an appointment is worth a call (SND-20).
  public static final int CALL_FROM = 8;

  /// From this score a lead is worth a voicemail (SND-21).
  public static final int VOICEMAIL_FROM = 5;

  /// Below this limit per lead only e-mail is used (SND-31); it is the least a voicemail costs.
  public static final Usd EMAIL_ONLY_BELOW = Usd.of("0.10");

  /// Attempts to one contact within [#FREQUENCY_WINDOW], over all jobs: one chain of call,
  /// voicemail and SMS, and then a week's peace.
  public static final int FREQUENCY_CAP = 3;

  public static final Duration FREQUENCY_WINDOW = Duration.ofDays(7);

  /// Between two attempts to one contact: time to see the first and to answer it.
  public static final Duration COOL_DOWN = Duration.ofMinutes(30);

  /// Attempts on one lead in one execution: one on each channel.
  public static final int ATTEMPT_CAP = 4;

  /// How long a delivered message may stay without reaction until the next channel is tried: a day,
  /// so that every lead had a morning and an evening.
  public static final Duration NO_REACTION_AFTER = Duration.ofHours(24);

  /// Leads left out so that the lift can be measured; nobody is left out unless the owner asks.
  public static final double HOLDOUT = 0;

  /// Most that one order may cost: far above a sensible thousand leads (about $250 with all
  /// fallbacks), far below a mistake of 5,000 calls.
  public static final Usd MAX_ORDER = Usd.of("500");

  /// Calls and voicemails wait for these local hours unless the order is urgent: office hours, in
  /// which somebody picks up; always within what the law allows.
  public static final Optional<PreferredHours> VOICE_HOURS =
      Optional.of(new PreferredHours(LocalTime.of(9, 0), LocalTime.of(18, 0)));

  /// How many observed sends weigh as much as the rates assumed here: enough that a lucky dozen
  /// changes nothing, few enough that a thousand sends decide.
  public static final int PRIOR_SENDS = 500;

  /// What one conversion is worth. An appointment counts twice what the others do: it has a person
  /// and an hour. Only the proportion to the prices matters for routing.
  private static final Map<Goal, Usd> VALUES =
      Map.of(
          Goal.APPOINTMENT, Usd.of("100"),
          Goal.NURTURE, Usd.of("50"),
          Goal.ANNOUNCEMENT, Usd.of("50"));

  /// Conversions per message. Assumed, not measured: they rise with the score and with the
  /// channel's price, and are chosen so that the best net value is the tree's channel. An unscored
  /// lead is taken for a low one.
  private static final Map<Channel, PerBand> RATES =
      Map.of(
          Channel.VOICE_CALL, new PerBand(0.0140, 0.0070, 0.0030),
          Channel.VOICEMAIL, new PerBand(0.0070, 0.0050, 0.0014),
          Channel.EMAIL, new PerBand(0.0040, 0.0020, 0.0012),
          Channel.SMS, new PerBand(0.0030, 0.0015, 0.0011));

  /// How often a step leads to the next one of its chain. Assumed: most calls to people who do not
  /// know the number are not taken; few answer a message within a day.
  private static final Map<Channel, Double> GOES_ON =
      Map.of(
          Channel.VOICE_CALL, 0.70,
          Channel.VOICEMAIL, 0.95,
          Channel.SMS, 0.95,
          Channel.EMAIL, 0.95);

  private record PerBand(double high, double medium, double low) {
    private double of(Band band) {
      return switch (band) {
        case HIGH -> high;
        case MEDIUM -> medium;
        case LOW, UNSCORED -> low;
      };
    }
  }

  private Defaults() {}

  /// What one conversion is worth.
  public static Usd value(Goal goal) {
    return VALUES.get(goal);
  }

  /// Conversions per message, 0 to 1, before anything was observed.
  public static double rate(Channel channel, Band band) {
    return RATES.get(channel).of(band);
  }

  /// How often a step on this channel leads to the next one, 0 to 1.
  public static double goesOn(Channel channel) {
    return GOES_ON.get(channel);
  }
}
