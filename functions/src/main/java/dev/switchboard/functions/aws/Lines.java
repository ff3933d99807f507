package dev.switchboard.functions.aws;

import dev.switchboard.contact.Channel;
import dev.switchboard.contact.Clue;
import dev.switchboard.contact.Consent;
import dev.switchboard.contact.Purpose;
import dev.switchboard.contact.Suppression;
import dev.switchboard.contact.Touch;
import dev.switchboard.price.Usd;
import dev.switchboard.send.Step;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Small values as lines of text, their parts between bars: elements of DynamoDB's sets, which are
/// added and removed without reading, and readable in the AWS console.
///
/// Free text stands last, so that it may hold a bar.
final class Lines {

  private static final String NONE = "-";

  private Lines() {}

  static String of(Step step) {
    return join(step.channel().wire(), step.price().micros(), step.high().micros(), step.address());
  }

  static Step step(String line) {
    var parts = line.split("\\|", 4);
    return new Step(
        channel(parts[0]).orElseThrow(),
        parts[3],
        new Usd(Long.parseLong(parts[1])),
        new Usd(Long.parseLong(parts[2])));
  }

  static String of(Touch touch) {
    return join(
        touch.send(), touch.channel().wire(), touch.purpose().wire(), Item.time(touch.at()));
  }

  static Touch touch(String line) {
    var parts = line.split("\\|", 4);
    return new Touch(
        parts[0], channel(parts[1]).orElseThrow(), constant(Purpose.class, parts[2]), at(parts[3]));
  }

  static String of(Consent consent) {
    return join(
        channel(consent.channel()),
        constant(consent.kind()),
        Item.time(consent.at()),
        consent.source());
  }

  static Consent consent(String line) {
    var parts = line.split("\\|", 4);
    return new Consent(
        channel(parts[0]), constant(Consent.Kind.class, parts[1]), parts[3], at(parts[2]));
  }

  static String of(Suppression suppression) {
    return join(
        channel(suppression.channel()),
        constant(suppression.reason()),
        Item.time(suppression.at()),
        suppression.address().map(Lines::withoutBars).orElse(NONE),
        suppression.source());
  }

  static Suppression suppression(String line) {
    var parts = line.split("\\|", 5);
    return new Suppression(
        channel(parts[0]),
        Optional.of(parts[3]).filter(address -> !address.equals(NONE)).map(Lines::withBars),
        constant(Suppression.Reason.class, parts[1]),
        parts[4],
        at(parts[2]));
  }

  static String of(Clue clue) {
    return join(
        constant(clue.source()),
        clue.region(),
        clue.zones().stream().map(ZoneId::getId).sorted().collect(Collectors.joining(",")),
        clue.states().stream().sorted().collect(Collectors.joining(",")));
  }

  static Clue clue(String line) {
    var parts = line.split("\\|", 4);
    return new Clue(
        constant(Clue.Source.class, parts[0]),
        parts[1],
        words(parts[2]).map(ZoneId::of).collect(Collectors.toSet()),
        words(parts[3]).collect(Collectors.toSet()));
  }

  /// What happened for a purpose, and when.
  static String of(String purposeId, Instant at) {
    return join(purposeId, Item.time(at));
  }

  static List<String> parts(String line) {
    return List.of(line.split("\\|"));
  }

  /// The part before the `@` of an address may hold a bar.
  private static String withoutBars(String address) {
    return address.replace("%", "%25").replace("|", "%7C");
  }

  private static String withBars(String part) {
    return part.replace("%7C", "|").replace("%25", "%");
  }

  private static Stream<String> words(String list) {
    return Stream.of(list.split(",")).filter(word -> !word.isEmpty());
  }

  private static String channel(Optional<Channel> channel) {
    return channel.map(Channel::wire).orElse(NONE);
  }

  private static Optional<Channel> channel(String wire) {
    return Channel.ofWire(wire);
  }

  private static Instant at(String text) {
    return Instant.parse(text);
  }

  private static String constant(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String wire) {
    return Enum.valueOf(type, wire.toUpperCase(Locale.ROOT));
  }

  private static String join(Object... parts) {
    return Stream.of(parts).map(Object::toString).collect(Collectors.joining("|"));
  }
}
