package dev.switchboard.local.reliability;

/// What is done to a process beside killing it.
enum Trouble {
  /// The messages of a batch in another order.
  REORDERED("batches reordered"),
  /// A message twice in its batch.
  DOUBLED("messages doubled"),
  /// A batch given to two workers at the same time.
  AT_ONCE("batches to two workers at once"),
  /// A batch given once more while a later one is worked on.
  LATE("batches once more, later"),
  /// The outbox fails before it took the message.
  ERROR("outbox errors"),
  /// The outbox took the message, and its answer does not come.
  TIMEOUT("outbox timeouts"),
  /// The ledger stored what came of it, and its answer does not come.
  LOST_WRITE("answers of the ledger lost");

  private final String words;

  Trouble(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }
}
