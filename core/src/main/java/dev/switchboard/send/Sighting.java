package dev.switchboard.send;

/// What a provider says when asked whether it has a send.
public sealed interface Sighting {

  record Found(String providerId) implements Sighting {}

  /// Certainly not there, as of now.
  record Absent() implements Sighting {}

  /// It cannot tell.
  record Unclear() implements Sighting {}
}
