package dev.switchboard.functions.send;

import java.util.Map;

/// The environment of functions in tests, as the template would give it.
final class Surroundings {

  private Surroundings() {}

  /// @param scenario of the outbox
  static Map<String, String> of(String scenario) {
    return Map.ofEntries(
        Map.entry("CONTACTS_TABLE", "Contacts"),
        Map.entry("SENDS_TABLE", "Sends"),
        Map.entry("DECISIONS_TABLE", "Decisions"),
        Map.entry("OUTREACH_TABLE", "Outreach"),
        Map.entry("CAMPAIGNS_TABLE", "Campaigns"),
        Map.entry("CONTRACTORS_TABLE", "Contractors"),
        Map.entry("OUTBOX_TABLE", "Outbox"),
        Map.entry("PLANS_QUEUE_URL", "plans"),
        Map.entry("SENDS_QUEUE_URL", "sends"),
        Map.entry("REPORTS_QUEUE_URL", "reports"),
        Map.entry("BUS_NAME", "bus"),
        Map.entry("PUBLIC_URL", "https://switchboard.example"),
        Map.entry("OWNER_CLAIM", "owner"),
        Map.entry("ROLES_CLAIM", "roles"),
        Map.entry("OUTBOX_SCENARIO", scenario),
        Map.entry("RETENTION_DAYS", "1096"),
        Map.entry("ESCALATION_THRESHOLD", "0.75"),
        Map.entry("MESSAGE_GROUPS", "true"));
  }
}
