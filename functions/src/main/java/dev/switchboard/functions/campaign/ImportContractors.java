package dev.switchboard.functions.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.functions.Services;
import dev.switchboard.functions.campaign.ContractorReader.Entry;
import dev.switchboard.functions.http.Body;
import dev.switchboard.functions.http.Csv;
import dev.switchboard.functions.http.Endpoint;
import dev.switchboard.functions.http.Fields;
import dev.switchboard.functions.http.Fields.Form;
import dev.switchboard.functions.http.Finding;
import dev.switchboard.functions.http.Findings;
import dev.switchboard.functions.http.Once;
import dev.switchboard.functions.http.Problem;
import dev.switchboard.functions.http.Refused;
import dev.switchboard.functions.http.Reply;
import dev.switchboard.functions.http.Request;
import dev.switchboard.functions.http.Role;
import dev.switchboard.functions.http.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;

/// Enters contractors into the directory, as CSV or JSON, and tells which are refused.
///
/// Sample input in `events/import-contractors.json`. Safe to run twice: who is entered already is
/// known as it was told last.
public final class ImportContractors extends Endpoint {

  /// Most contractors of one request: they are written before it is answered.
  static final int MOST = 500;

  private static final Set<Role> ROLES =
      Set.of(Role.OPERATOR, Role.MANAGER, Role.ADMIN, Role.AGENT);
  private static final Csv CSV = new Csv("contractors", ContractorReader.COLUMNS, MOST);

  private final Services services;
  private final Enrolment enrolment;

  public ImportContractors() {
    this(Services.aws());
  }

  public ImportContractors(Services services) {
    super(services.claims());
    this.services = services;
    this.enrolment =
        new Enrolment(services.contacts(), services.stoppedNumbers(), services.directory());
  }

  @Override
  public List<Route> routes() {
    return List.of(Route.of("POST", "/api/contractors/import", ROLES, this::enter));
  }

  /// A row, or what is wrong with it.
  ///
  /// @param line of a CSV; absent for JSON
  record Row(int number, Optional<Integer> line, Optional<Entry> entry, List<Finding> faults) {

    Row refused(String rule) {
      return new Row(
          number, line, Optional.empty(), List.of(Finding.of("/contractors/" + number, rule)));
    }
  }

  private Reply enter(Request request) {
    request.noQuery();
    var body = request.body(Body.LEADS);
    var rows = rows(body);
    // Entering the same ones again changes nothing: a report is made anew rather than kept.
    return services
        .once()
        .answer(
            request,
            body,
            services.idsAndSecrets().purpose().value(),
            new Once.Work(_ -> entered(request, rows), _ -> entered(request, rows)));
  }

  private Reply entered(Request request, List<Row> rows) {
    return Reply.json(200, ImportAnswer.of(enrolment.enter(request.caller().owner(), rows)));
  }

  private static List<Row> rows(Body body) {
    return body.type(Set.of("application/json", "text/csv")).equals("text/csv")
        ? csv(body.text())
        : json(body.parsed());
  }

  private static List<Row> csv(String text) {
    var rows = CSV.rows(text);
    size(rows.size());
    return read(
        rows.size(),
        number -> {
          var row = rows.get(number);
          var findings = new Findings();
          row.fault().ifPresent(findings::add);
          return row(number, Optional.of(row.line()), row.fields(), Form.TEXT, findings);
        });
  }

  private static List<Row> json(JsonNode body) {
    var findings = new Findings();
    Fields.of(body, "", Form.STRICT, findings)
        .ifPresent(fields -> {
          fields.require("contractors", "is required: a list of 1 to " + MOST + " contractors");
          if (fields.has("contractors") && !body.path("contractors").isArray())
            fields.wrong("contractors", "must be a list");
          fields.close();
        });
    findings.refuse(Problem.Kind.INVALID_BODY);
    var listed = body.path("contractors");
    size(listed.size());
    return read(
        listed.size(),
        number -> row(number, Optional.empty(), listed.get(number), Form.EXPORTED, new Findings()));
  }

  private static Row row(
      int number, Optional<Integer> line, JsonNode node, Form form, Findings findings) {
    var entry =
        Fields.of(node, "/contractors/" + number, form, findings)
            .flatMap(fields ->
                ContractorReader.entry(fields, form == Form.TEXT ? Form.TEXT : Form.STRICT));
    return new Row(number, line, entry.filter(_ -> findings.none()), findings.kept());
  }

  private static List<Row> read(int size, IntFunction<Row> row) {
    var rows = new ArrayList<Row>(size);
    for (int number = 0; number < size; number++) rows.add(row.apply(number));
    return rows;
  }

  private static void size(int size) {
    if (size >= 1 && size <= MOST) return;
    var has = size == 0 ? "none" : "more";
    var rule = "must have 1 to " + MOST + " contractors, has " + has;
    throw new Refused(
        Problem.of(Problem.Kind.INVALID_BODY, "One finding.")
            .with(List.of(Finding.of("/contractors", rule))));
  }
}
