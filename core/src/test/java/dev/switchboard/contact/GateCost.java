package dev.switchboard.contact;

import static dev.switchboard.contact.Asks.EASTERN;
import static dev.switchboard.contact.Asks.allowed;
import static dev.switchboard.contact.Asks.at;
import static dev.switchboard.contact.Asks.clue;
import static dev.switchboard.contact.Asks.clued;
import static dev.switchboard.contact.Asks.contact;
import static dev.switchboard.contact.Asks.with;

import java.time.LocalDateTime;

/// Prints how long the gate takes to answer, by day and by night.
public final class GateCost {

  private static final Rules RULES = Rules.shipped();
  private static final Gate GATE = new Gate(RULES);
  private static final int ASKED = 20_000;
  private static final int ROUNDS = 20;

  private GateCost() {}

  public static void print() {
    var california = Clue.ofState("CA", RULES).orElseThrow();
    var ask = with(allowed(), clued(contact(), clue(EASTERN, "NY"), california));
    IO.println("the gate, open: %.1f µs an answer".formatted(micros(ask)));
    var night = at(ask, LocalDateTime.parse("2026-03-04T22:00").atZone(EASTERN).toInstant());
    IO.println("the gate, at night: %.1f µs an answer".formatted(micros(night)));
  }

  private static double micros(Ask ask) {
    var best = Double.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      var began = System.nanoTime();
      for (int i = 0; i < ASKED; i++) GATE.decide(ask);
      best = Math.min(best, (System.nanoTime() - began) / 1e3 / ASKED);
    }
    return best;
  }
}
