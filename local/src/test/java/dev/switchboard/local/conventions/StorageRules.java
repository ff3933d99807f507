package dev.switchboard.local.conventions;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What holds data keeps it, hides it, and forgets it when it is due.
final class StorageRules {

  static final List<Rule> ALL =
      List.of(
          table("tables-are-retained", StorageRules::retained, "goes with its stack"),
          table(
              "tables-can-be-restored",
              is("true", "PointInTimeRecoverySpecification", "PointInTimeRecoveryEnabled"),
              "has no point-in-time recovery"),
          table(
              "tables-forget-what-is-due",
              is("expires_at", "TimeToLiveSpecification", "AttributeName")
                  .and(is("true", "TimeToLiveSpecification", "Enabled")),
              "does not expire items by expires_at"),
          table(
              "tables-are-encrypted",
              is("true", "SSESpecification", "SSEEnabled"),
              "is not encrypted with a key of the account"),
          table(
              "tables-are-on-demand", is("PAY_PER_REQUEST", "BillingMode"), "costs while it idles"),
          new Rule("logs-end", StorageRules::endlessLogs));

  private StorageRules() {}

  private static Rule table(String name, Predicate<Yaml> kept, String otherwise) {
    return new Rule(
        name,
        template ->
            template.resources("AWS::DynamoDB::Table").entrySet().stream()
                .filter(table -> !kept.test(table.getValue()))
                .map(Map.Entry::getKey)
                .map(id -> id + " " + otherwise));
  }

  private static boolean retained(Yaml table) {
    return table.at("DeletionPolicy").text().equals("Retain")
        && table.at("UpdateReplacePolicy").text().equals("Retain");
  }

  private static Predicate<Yaml> is(String value, String... path) {
    return table -> table.at("Properties").at(path).text().equals(value);
  }

  private static Stream<String> endlessLogs(Template template) {
    return template.properties("AWS::Logs::LogGroup").entrySet().stream()
        .filter(group -> group.getValue().at("RetentionInDays").absent())
        .map(group -> group.getKey() + " is kept for ever");
  }
}
