package dev.switchboard.functions.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/// Where the next page of a list begins; opaque to callers.
///
/// It says nothing of the owner: a store puts it behind the owner's own key, so that a forged one
/// reads nothing but the caller's own data.
///
/// @param list which list it belongs to: `executions`, `leads:<execution>:<state>`; a cursor of
///   another list is refused
/// @param position the last key shown, 1 to 1,000 characters without line break
public record Cursor(String list, String position) {

  private static final String VERSION = "1";
  private static final int LONGEST = 2_000;

  public Cursor {
    if (list.contains("\n") || !position.matches("[^\\n]{1,1000}"))
      throw new IllegalArgumentException("a position is 1 to 1000 characters of one line");
  }

  /// As it stands in `next`: base64url.
  public String wire() {
    var text = String.join("\n", VERSION, list, position);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /// A cursor of that list; empty if the text is not one.
  public static Optional<Cursor> parse(String list, String wire) {
    if (wire.length() > LONGEST) return Optional.empty();
    try {
      var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(wire));
      var parts = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString().split("\n", -1);
      if (parts.length != 3 || !parts[0].equals(VERSION) || !parts[1].equals(list))
        return Optional.empty();
      return Optional.of(new Cursor(list, parts[2]));
    } catch (IllegalArgumentException | CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
