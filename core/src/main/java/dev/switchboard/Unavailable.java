package dev.switchboard;

/// Something outside could not be reached; trying again later may work. Queues and state machines
/// retry this by name.
public final class Unavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public Unavailable(String what, Throwable cause) {
    super(what, cause);
  }
}
