package dev.switchboard.functions.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.switchboard.functions.http.Body;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A signed request that can be spoiled in every way there is.
///
/// @param headers names in lower case
record Signed(Map<String, String> headers, String target, String type, String body) {

  boolean by(Signature signature, Instant now) {
    var raw = Body.of(Optional.of(type), body.getBytes(UTF_8));
    return signature.holds(
        new Incoming(name -> Optional.ofNullable(headers.get(name)), target, raw), now);
  }

  Signed with(String header, String value) {
    var changed = new TreeMap<>(headers);
    changed.put(header, value);
    return new Signed(changed, target, type, body);
  }

  Signed without(String header) {
    var changed = new TreeMap<>(headers);
    changed.remove(header);
    return new Signed(changed, target, type, body);
  }

  /// The same request with one bit flipped, once for each bit of headers, target and body.
  List<Signed> flipped() {
    var all = new ArrayList<Signed>();
    headers.forEach((name, value) -> flips(value).forEach(flip -> all.add(with(name, flip))));
    flips(target).forEach(flip -> all.add(new Signed(headers, flip, type, body)));
    flips(body).forEach(flip -> all.add(new Signed(headers, target, type, flip)));
    return all;
  }

  /// The same request without one of its headers, with one of them empty, and with one said twice,
  /// as the gateway joins them.
  List<Signed> halved() {
    var all = new ArrayList<Signed>();
    headers.forEach((name, value) -> {
      all.add(without(name));
      all.add(with(name, ""));
      all.add(with(name, value + "," + value));
      all.add(with(name, value + ", " + value));
    });
    return all;
  }

  /// Of ASCII text, bits 0 to 6.
  private static List<String> flips(String text) {
    var all = new ArrayList<String>();
    for (int at = 0; at < text.length(); at++)
      for (int bit = 0; bit < 7; bit++) {
        var flipped = new StringBuilder(text);
        flipped.setCharAt(at, (char) (text.charAt(at) ^ (1 << bit)));
        all.add(flipped.toString());
      }
    return all;
  }
}
