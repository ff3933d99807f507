package dev.switchboard.local.machine.expression;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Utils;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// The functions that Step Functions adds to JSONata, changes or takes away.
///
/// @see <a
///   href="https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html">AWS</a>
record Extensions(Instant now, RandomGenerator random) {

  /// Most items of `$range`, as AWS limits it.
  private static final int LONGEST_RANGE = 1_000;

  /// A function of JSONata: its arguments, as many as were given.
  private interface Function {
    Object call(List<?> arguments);
  }

  private static final List<String> ALGORITHMS =
      List.of("MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512");

  private static final Map<String, Function> OF_ARGUMENTS =
      Map.of(
          "partition", Extensions::partition,
          "range", Extensions::range,
          "hash", Extensions::hash,
          "parse", Extensions::parse,
          "eval", _ -> eval());

  void bind(Query query, Jsonata.Frame frame) {
    OF_ARGUMENTS.forEach((name, function) -> bind(query, frame, name, function));
    bind(query, frame, "now", this::now);
    bind(query, frame, "millis", _ -> now.toEpochMilli());
    bind(query, frame, "uuid", _ -> uuid());
    bind(query, frame, "random", this::random);
  }

  private static void bind(Query query, Jsonata.Frame frame, String name, Function function) {
    if (!query.mentions(name)) return;
    frame.bind(name, new Jsonata.JFunction((_, arguments) -> function.call(arguments), null));
  }

  private Object now(List<?> arguments) {
    return Functions.dateTimeFromMillis(
        now.toEpochMilli(), (String) argument(arguments, 0), (String) argument(arguments, 1));
  }

  private Object random(List<?> arguments) {
    return argument(arguments, 0) instanceof Number seed
        ? new SplittableRandom(seed.longValue()).nextDouble()
        : random.nextDouble();
  }

  /// Version 4, of our own random numbers, so that a test can repeat it.
  private String uuid() {
    var high = (random.nextLong() & ~0xF000L) | 0x4000L;
    var low = (random.nextLong() >>> 2) | 0x8000000000000000L;
    return new UUID(high, low).toString();
  }

  private static Object partition(List<?> arguments) {
    var items = argument(arguments, 0);
    var size = number("$partition", arguments, 1).intValue();
    if (size < 1) throw refused("$partition needs a size of at least 1");
    var list = items instanceof List<?> many ? many : items == null ? List.of() : List.of(items);
    var parts = new ArrayList<List<?>>();
    for (var from = 0; from < list.size(); from += size)
      parts.add(new ArrayList<>(list.subList(from, Math.min(from + size, list.size()))));
    return parts;
  }

  /// Both ends are within; a single number is not a list, as with any sequence of JSONata.
  private static Object range(List<?> arguments) {
    var from = number("$range", arguments, 0).doubleValue();
    var to = number("$range", arguments, 1).doubleValue();
    var step = number("$range", arguments, 2).doubleValue();
    if (step == 0) throw refused("$range needs a step other than 0");
    if ((to - from) / step >= LONGEST_RANGE)
      throw refused("$range gives %d items at most".formatted(LONGEST_RANGE));
    var items = Utils.createSequence();
    for (var i = 0; i <= Math.floor((to - from) / step); i++)
      items.add(Utils.convertNumber(from + i * step));
    return items;
  }

  private static Object hash(List<?> arguments) {
    var data = argument(arguments, 0);
    var algorithm = argument(arguments, 1);
    if (data == null) return null;
    if (!ALGORITHMS.contains(String.valueOf(algorithm)))
      throw refused("$hash needs one of the algorithms " + String.join(", ", ALGORITHMS));
    try {
      var text = data instanceof String string ? string : Functions.string(data, false);
      var digest = MessageDigest.getInstance((String) algorithm);
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has " + algorithm, e);
    }
  }

  private static Object parse(List<?> arguments) {
    if (!(argument(arguments, 0) instanceof String text)) return null;
    try {
      var value = Values.plain(Values.read(text));
      return value == null ? Jsonata.NULL_VALUE : value;
    } catch (IllegalArgumentException e) {
      throw refused("$parse needs JSON: " + e.getMessage());
    }
  }

  private static Object eval() {
    throw refused("$eval is not supported in state machines");
  }

  private static Object argument(List<?> arguments, int index) {
    return index < arguments.size() ? arguments.get(index) : null;
  }

  private static Number number(String function, List<?> arguments, int index) {
    if (argument(arguments, index) instanceof Number number) return number;
    throw refused("%s needs a number as argument %d".formatted(function, index + 1));
  }

  private static JException refused(String sentence) {
    return new JException(new IllegalArgumentException(sentence), sentence, 0, null, null);
  }
}
