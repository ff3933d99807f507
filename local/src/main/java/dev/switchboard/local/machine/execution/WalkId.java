package dev.switchboard.local.machine.execution;

/// Where in the tree of an execution a walk is: empty for the execution's own, `2.0` for the first
/// of the walks that the third of its walks is waiting for.
public record WalkId(String path) implements Comparable<WalkId> {

  public static final WalkId ROOT = new WalkId("");

  public WalkId {
    if (!path.matches("(\\d+(\\.\\d+)*)?"))
      throw new IllegalArgumentException("a walk is numbered like 2.0: " + path);
  }

  boolean isRoot() {
    return path.isEmpty();
  }

  WalkId child(int index) {
    return new WalkId(isRoot() ? Integer.toString(index) : path + "." + index);
  }

  WalkId parent() {
    return new WalkId(path.contains(".") ? path.substring(0, path.lastIndexOf('.')) : "");
  }

  /// Which of its parent's.
  int index() {
    return Integer.parseInt(path.substring(path.lastIndexOf('.') + 1));
  }

  /// Whether this is somewhere below `other`.
  boolean below(WalkId other) {
    return !isRoot() && (other.isRoot() || path.startsWith(other.path + "."));
  }

  @Override
  public int compareTo(WalkId other) {
    return path.compareTo(other.path);
  }
}
