package dev.switchboard.functions.http;

import java.util.Optional;
import java.util.regex.Pattern;

/// Which part of a list is asked for: query parameters `limit` and `cursor`.
///
/// @param limit most items, 1 to 100, default 50
/// @param cursor absent: from the start
public record Page(int limit, Optional<Cursor> cursor) {

  public static final int DEFAULT = 50;
  public static final int MOST = 100;

  private static final Text CURSOR =
      Text.form(".*", "must be a cursor that this list gave").upTo(2_000);

  /// Reads both parameters; a wrong one is a finding.
  ///
  /// @param list the name of the list, see [Cursor#list]
  /// @param positions how its positions look; a cursor with any other is forged
  public static Page of(Fields query, String list, Pattern positions) {
    var limit = query.integer("limit", 1, MOST).orElse(DEFAULT);
    var text = query.text("cursor", CURSOR);
    var cursor =
        text.flatMap(wire -> Cursor.parse(list, wire))
            .filter(it -> positions.matcher(it.position()).matches());
    if (text.isPresent() && cursor.isEmpty()) query.wrong("cursor", CURSOR.rule());
    return new Page(limit, cursor);
  }
}
