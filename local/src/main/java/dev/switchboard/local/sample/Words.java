package dev.switchboard.local.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Names, amounts and times of the API as a person reads them.
public final class Words {

  static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  private static final DateTimeFormatter TIME = format("EEE HH:mm");
  private static final DateTimeFormatter DATE = format("EEE d MMM HH:mm");
  private static final DateTimeFormatter DAY = format("EEEE, d MMMM uuuu");
  private static final Map<String, String> CHANNELS =
      Map.of("voice_call", "call", "voicemail", "voicemail", "sms", "SMS", "email", "e-mail");

  private Words() {}

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.US).withZone(NEW_YORK);
  }

  /// `call` for `voice_call`.
  public static String channel(String wire) {
    return CHANNELS.getOrDefault(wire, wire);
  }

  /// The lead's name, else an address that its id stands for.
  static String lead(JsonNode lead) {
    return lead.path("name").asText(lead.path("id").asText());
  }

  static String plain(String wire) {
    return wire.replace('_', ' ');
  }

  static String dollars(JsonNode amount) {
    return "$" + amount(amount).setScale(2, RoundingMode.HALF_UP).toPlainString();
  }

  static BigDecimal amount(JsonNode amount) {
    return amount.isNumber() ? amount.decimalValue() : BigDecimal.ZERO;
  }

  /// `Tue 13:30`, in New York.
  static String time(Instant at) {
    return TIME.format(at);
  }

  /// `Tue 24 Nov 13:30`, in New York.
  public static String date(Instant at) {
    return DATE.format(at);
  }

  /// `Tuesday, 24 November 2026`, in New York.
  static String day(Instant at) {
    return DAY.format(at);
  }

  /// At most `width` columns, cut between two words where it can be.
  static String cut(String text, int width) {
    if (text.length() <= width) return text;
    var space = text.lastIndexOf(' ', width - 2);
    var end = space > width / 2 ? space : width - 1;
    return text.substring(0, end).replaceFirst("[,;:]$", "") + "…";
  }

  /// Lines of at most `width` columns, broken between words; those after the first begin with
  /// `indent`, the first as the text does.
  static List<String> wrap(String text, int width, String indent) {
    var lines = new ArrayList<String>();
    var words = text.stripLeading();
    var line = new StringBuilder(text.substring(0, text.length() - words.length()));
    for (var word : words.split(" ")) {
      if (!line.toString().isBlank() && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line = new StringBuilder(indent).append(word);
      } else {
        line.append(line.toString().isBlank() ? "" : " ").append(word);
      }
    }
    lines.add(line.toString());
    return lines;
  }
}
