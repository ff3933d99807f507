package dev.switchboard.local.machine.store;

import java.util.ArrayList;
import java.util.List;
import org.h2.mvstore.MVMap;

/// Reads what stands under all keys that begin alike.
final class Prefix {
  private Prefix() {}

  static List<String> values(MVMap<String, String> map, String prefix) {
    return values(map, prefix, prefix);
  }

  /// @param from the first key, or where it would be
  static List<String> values(MVMap<String, String> map, String from, String prefix) {
    var found = new ArrayList<String>();
    var cursor = map.cursor(from);
    while (cursor.hasNext() && cursor.next().startsWith(prefix)) found.add(cursor.getValue());
    return found;
  }

  static List<String> keys(MVMap<String, String> map, String prefix) {
    var found = new ArrayList<String>();
    var cursor = map.cursor(prefix);
    while (cursor.hasNext() && cursor.next().startsWith(prefix)) found.add(cursor.getKey());
    return found;
  }
}
