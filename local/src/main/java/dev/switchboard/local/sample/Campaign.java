package dev.switchboard.local.sample;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.local.sample.Api.Answer;
import dev.switchboard.local.state.StartFailure;
import java.util.Optional;

/// The sample order: its owner's settings, then its leads as CSV, both as any client posts them.
record Campaign(Api api, SampleFiles files) {

  private static final int MOST_WAITS = 5;
  private static final String NAME = "sample";
  private static final String ORDER =
      "/api/smart-send?name=" + NAME + "&goal=appointment&budget_total=16";

  /// Sent once, whatever is killed in between: the key makes a second post tell of the first.
  private static final String KEY = "sample-campaign";

  void settle() {
    api.put("/api/smart-send/settings", files.settings()).expect(200);
  }

  /// The receipt of the order.
  ///
  /// A key lasts for seven days; so an order that was taken in before is looked for first.
  JsonNode send() {
    var answer = post();
    for (int wait = 0; !answer.retryAfter().isZero() && wait < MOST_WAITS; wait++) {
      // An earlier process was killed in the middle: its lease runs out on the instance's clock,
      // and what it had not kept to its end is given up then.
      api.advance(answer.retryAfter().plusSeconds(1));
      answer = post();
    }
    return answer.expect(202);
  }

  private Answer post() {
    return api.post(ORDER, "text/csv", files.leads(), KEY);
  }

  /// The sample's execution, if there is one that was taken in.
  Optional<String> find() {
    var listed = api.get("/api/smart-send?limit=100").expect(200).path("executions");
    for (var execution : listed)
      if (execution.path("name").asText().equals(NAME) && taken(execution))
        return Optional.of(execution.path("execution_id").asText());
    return Optional.empty();
  }

  private static boolean taken(JsonNode execution) {
    var status = execution.path("status").asText();
    return status.equals("running") || status.equals("completed") || status.equals("paused");
  }

  JsonNode execution(String id) {
    return api.get("/api/smart-send/" + id).expect(200);
  }

  /// All of its leads.
  JsonNode leads(String id) {
    var page = api.get("/api/smart-send/" + id + "/leads?limit=100").expect(200);
    if (page.has("next")) throw new StartFailure("The sample has at most 100 leads.");
    return page.path("leads");
  }
}
