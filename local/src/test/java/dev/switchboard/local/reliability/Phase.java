package dev.switchboard.local.reliability;

/// How far the delivery of a send has come, as a kill may find it.
enum Phase {
  /// `ATTEMPTING` is being written.
  CLAIM("claim"),
  /// It is written, and the provider was not asked yet.
  BEFORE_POST("before the POST"),
  /// The provider is being asked.
  BEFORE_REPLY("before the reply"),
  /// The provider answered, and what it said is not stored yet.
  BEFORE_COMMIT("before the commit");

  private final String words;

  Phase(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }
}
