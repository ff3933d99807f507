package dev.switchboard.functions.outreach;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.contact.Channel;
import dev.switchboard.functions.outreach.Amounts.Cost;
import dev.switchboard.outreach.Curve;
import dev.switchboard.outreach.Decision.Status;
import dev.switchboard.outreach.Plan;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the caller of a smart-send is told: totals, and the first hundred leads.
record OrderAnswer(
    boolean success,
    int sentTo,
    Used channelsUsed,
    BigDecimal estimatedCost,
    String message,
    Optional<String> executionId,
    String status,
    int accepted,
    int scheduled,
    int skipped,
    Cost cost,
    BigDecimal budget,
    Savings savings,
    Optional<List<Point>> curve,
    Optional<List<Preview>> previews,
    List<JsonNode> leads,
    Optional<String> next) {

  static final int LEADS = 100;

  /// Leads by the channel they are tried on first.
  record Used(int voiceCalls, int voicemails, int sms, int email) {
    static Used of(Map<Channel, Integer> counts) {
      return new Used(
          counts.get(Channel.VOICE_CALL),
          counts.get(Channel.VOICEMAIL),
          counts.get(Channel.SMS),
          counts.get(Channel.EMAIL));
    }
  }

  /// Against calling every lead.
  record Savings(BigDecimal least, BigDecimal most) {}

  record Point(
      BigDecimal budget, Used channelsUsed, BigDecimal cost, BigDecimal expectedConversions) {
    static Point of(Curve.Point point) {
      return new Point(
          Amounts.of(point.budget()),
          Used.of(point.channels()),
          Amounts.of(point.mostCost()),
          BigDecimal.valueOf(point.expectedConversions()).setScale(3, RoundingMode.HALF_UP));
    }
  }

  /// @param leads documents of the first
  static OrderAnswer rehearsed(Plan plan, List<Preview> previews, List<JsonNode> leads) {
    var curve = plan.curve().points().stream().map(Point::of).toList();
    return of(plan, Optional.empty(), "dry_run", Optional.of(curve), Optional.of(previews), leads);
  }

  /// @param status how the execution stands
  static OrderAnswer accepted(Plan plan, String executionId, String status) {
    return of(
        plan, Optional.of(executionId), status, Optional.empty(), Optional.empty(), List.of());
  }

  private static OrderAnswer of(
      Plan plan,
      Optional<String> executionId,
      String status,
      Optional<List<Point>> curve,
      Optional<List<Preview>> previews,
      List<JsonNode> leads) {
    var totals = plan.totals();
    return new OrderAnswer(
        totals.sentTo() > 0,
        totals.sentTo(),
        Used.of(totals.channels()),
        Amounts.of(totals.cost().expected()),
        plan.message(),
        executionId,
        status,
        totals.statuses().get(Status.ACCEPTED),
        totals.statuses().get(Status.HELD),
        totals.leads() - totals.sentTo(),
        Amounts.of(totals.cost(), totals.expectedWithFallbacks()),
        Amounts.of(plan.budget()),
        new Savings(Amounts.of(plan.savings().least()), Amounts.of(plan.savings().most())),
        curve,
        previews,
        leads,
        Optional.empty());
  }
}
