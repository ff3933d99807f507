package dev.switchboard.local.dev;

import dev.switchboard.functions.Json;
import dev.switchboard.local.http.Pages;
import dev.switchboard.local.http.Reply;
import dev.switchboard.local.http.Request;
import dev.switchboard.local.machine.Arns;
import dev.switchboard.local.machine.Definition;
import dev.switchboard.local.machine.Machines;
import dev.switchboard.local.machine.Refusal;
import dev.switchboard.local.machine.execution.Failure;
import dev.switchboard.local.machine.execution.Progress;
import dev.switchboard.local.machine.view.Picture;
import dev.switchboard.local.machine.view.Places;
import dev.switchboard.local.machine.view.Visit;
import dev.switchboard.local.machine.view.Visits;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// `GET /dev/executions` and `/dev/executions/Machine:name`: as text for a person, as JSON for
/// whoever accepts that.
public final class ExecutionPages implements Pages {

  private static final String PATH = "/dev/executions";
  private static final int MOST = 200;

  /// One line of the list.
  ///
  /// @param id for the address of its own page
  /// @param where states that it is in
  record Row(String id, Progress.Status status, Instant started, Set<String> where) {}

  /// The page of one execution.
  ///
  /// @param picture Mermaid's text
  record Whole(
      String id,
      Progress.Status status,
      Instant started,
      Optional<Instant> ended,
      Optional<String> output,
      Optional<String> error,
      List<Visit> visits,
      String picture) {}

  private final Machines machines;

  public ExecutionPages(Machines machines) {
    this.machines = machines;
  }

  @Override
  public Optional<Reply> answer(Request request) {
    var path = request.path();
    if (!request.method().equals("GET") || !path.startsWith(PATH)) return Optional.empty();
    var json = request.header("accept").orElse("").contains("application/json");
    if (path.equals(PATH)) {
      var rows = rows();
      return Optional.of(json ? json(rows) : Reply.text(200, ExecutionText.list(rows)));
    }
    if (!path.startsWith(PATH + "/")) return Optional.empty();
    try {
      var whole = whole(path.substring(PATH.length() + 1));
      return Optional.of(json ? json(whole) : Reply.text(200, ExecutionText.whole(whole)));
    } catch (Refusal e) {
      return Optional.of(Reply.message(404, e.getMessage()));
    }
  }

  private static Reply json(Object value) {
    return Reply.json(200, Json.tree(Json.text(value)));
  }

  /// The newest first.
  private List<Row> rows() {
    return machines.definitions().stream()
        .map(Definition::arn)
        .flatMap(machine -> machines.store().of(machine).stream().limit(MOST))
        .map(this::row)
        .sorted(Comparator.comparing(Row::started).reversed())
        .limit(MOST)
        .toList();
  }

  private Row row(String arn) {
    var snapshot = machines.snapshot(arn);
    return new Row(
        id(arn),
        snapshot.progress().status(),
        snapshot.execution().startedAt(),
        Places.of(snapshot));
  }

  private Whole whole(String id) {
    var arn =
        id.startsWith("arn:")
            ? id
            : Arns.execution(Arns.machine(id.replaceFirst(":.*", "")), Arns.name(id));
    machines.execution(arn);
    var snapshot = machines.snapshot(arn);
    var end = snapshot.progress().end();
    return new Whole(
        id(arn),
        snapshot.progress().status(),
        snapshot.execution().startedAt(),
        end.map(Progress.End::at),
        end.flatMap(Progress.End::output).map(Object::toString),
        end.flatMap(Progress.End::failure).map(ExecutionPages::shown),
        Visits.of(machines.store().history(arn)),
        Picture.of(snapshot.machine(), Places.of(snapshot)));
  }

  private static String shown(Failure failure) {
    return failure.error().orElse("no name") + failure.cause().map(": "::concat).orElse("");
  }

  /// `Approval:one`
  private static String id(String arn) {
    return arn.replaceFirst("^.*:execution:", "");
  }
}
