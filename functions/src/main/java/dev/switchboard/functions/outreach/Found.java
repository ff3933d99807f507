package dev.switchboard.functions.outreach;

import dev.switchboard.functions.http.Problem;
import dev.switchboard.functions.http.Refused;
import dev.switchboard.functions.http.Request;
import dev.switchboard.outreach.Execution;
import dev.switchboard.outreach.Executions;
import dev.switchboard.send.PurposeId;

/// The execution that a path names.
final class Found {

  private Found() {}

  /// @throws Refused 404 if the caller's owner has none of that id
  static Execution execution(Executions executions, Request request) {
    return execution(executions, request, request.parameter("execution_id", PurposeId::new));
  }

  static Execution execution(Executions executions, Request request, PurposeId id) {
    return executions
        .find(request.caller().owner(), id)
        .orElseThrow(() ->
            new Refused(Problem.of(Problem.Kind.NOT_FOUND, "There is no execution " + id + ".")));
  }
}
