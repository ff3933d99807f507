package dev.switchboard.text;

/// How an SMS travels: in which alphabet and in how many segments, which is what it costs.
///
/// @param units septets of GSM-7 or 16-bit units of UCS-2, the extension table's characters and
///   those beyond the basic plane counting twice
/// @param segments 0 for an empty text
/// @see <a href="https://www.etsi.org/deliver/etsi_ts/123000_123099/123038/">3GPP TS 23.038</a>
public record SmsSegments(Encoding encoding, int units, int segments) {

  public enum Encoding {
    GSM_7(160, 153),
    UCS_2(70, 67);

    private final int alone;
    private final int joined;

    Encoding(int alone, int joined) {
      this.alone = alone;
      this.joined = joined;
    }
  }

  private static final String GSM_7 =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
          + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
  private static final String GSM_7_EXTENSION = "\f^{}\\[~]|€";

  /// Counts a text as it would be sent; one character outside GSM-7 makes all of it UCS-2.
  public static SmsSegments of(String text) {
    boolean gsm =
        text.chars().allMatch(c -> GSM_7.indexOf(c) >= 0 || GSM_7_EXTENSION.indexOf(c) >= 0);
    var encoding = gsm ? Encoding.GSM_7 : Encoding.UCS_2;
    int units = text.codePoints().map(c -> width(c, encoding)).sum();
    return new SmsSegments(encoding, units, segments(text, encoding, units));
  }

  private static int segments(String text, Encoding encoding, int units) {
    if (units == 0) return 0;
    if (units <= encoding.alone) return 1;
    int segments = 1;
    int used = 0;
    for (int c : text.codePoints().toArray()) {
      int width = width(c, encoding);
      // A character of two units is not torn: it moves to the next segment whole.
      if (used + width > encoding.joined) {
        segments++;
        used = 0;
      }
      used += width;
    }
    return segments;
  }

  private static int width(int codePoint, Encoding encoding) {
    return switch (encoding) {
      case GSM_7 -> GSM_7_EXTENSION.indexOf(codePoint) >= 0 ? 2 : 1;
      case UCS_2 -> Character.charCount(codePoint);
    };
  }
}
