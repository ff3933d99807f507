package dev.switchboard.functions.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.functions.campaign.ImportContractors.Row;
import dev.switchboard.functions.http.Finding;
import java.util.List;
import java.util.Optional;

/// What came of an import.
///
/// @param accepted how many are in the directory now as they were told
/// @param refused those that are not, each with all that is wrong with it
record ImportAnswer(int accepted, List<RefusedRow> refused) {

  /// @param line of a CSV, from 1; absent for JSON
  record RefusedRow(int number, Optional<Integer> line, List<Fault> errors) {}

  record Fault(String pointer, String rule, Optional<JsonNode> value) {
    static Fault of(Finding finding) {
      return new Fault(finding.pointer(), finding.rule(), finding.value());
    }
  }

  static ImportAnswer of(List<Row> rows) {
    return new ImportAnswer(
        (int) rows.stream().filter(row -> row.entry().isPresent()).count(),
        rows.stream()
            .filter(row -> row.entry().isEmpty())
            .map(row ->
                new RefusedRow(
                    row.number(), row.line(), row.faults().stream().map(Fault::of).toList()))
            .toList());
  }
}
