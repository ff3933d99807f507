package dev.switchboard.outreach;

import dev.switchboard.contact.GateCost;
import dev.switchboard.price.Usd;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// Prints how much CPU planning takes, per 1,000 leads; the target is 50 ms when warm.
final class PlanningCost {

  private static final int RUNS = 30;

  private PlanningCost() {}

  public static void main(String[] arguments) {
    GateCost.print();
    for (var leads : List.of(1_000, 5_000))
      for (var budget : List.of("500", "60")) {
        var order = order(leads, Usd.of(budget));
        var first = cpuMillis(order);
        var last = first;
        for (int run = 0; run < RUNS; run++) last = cpuMillis(order);
        IO.println(
            "%d leads, %s: %.1f ms CPU per 1,000 leads warm, %.1f ms in the first run"
                .formatted(leads, Usd.of(budget), last * 1_000 / leads, first * 1_000 / leads));
      }
  }

  private static double cpuMillis(Order order) {
    var thread = ManagementFactory.getThreadMXBean();
    var before = thread.getCurrentThreadCpuTime();
    Leads.plan(order, OutreachSettings.DEFAULT, Leads.any(1));
    return (thread.getCurrentThreadCpuTime() - before) / 1e6;
  }

  private static Order order(int count, Usd budget) {
    var random = new Random(1);
    var leads = new ArrayList<Lead>();
    for (int i = 0; i < count; i++) leads.add(Leads.any(random, i));
    return Leads.order(Goal.APPOINTMENT, leads, Optional.empty(), Optional.of(budget));
  }
}
