package dev.switchboard.functions.outreach;

import dev.switchboard.functions.http.Text;
import dev.switchboard.outreach.Decision;
import dev.switchboard.send.State;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// What a lead can be asked for by: the state of its latest send, or its decision's status.
final class LeadStates {

  static final List<String> ALL =
      Stream.concat(
              Arrays.stream(State.values()).map(State::wire),
              Arrays.stream(Decision.Status.values()).map(Decision.Status::wire))
          .distinct()
          .toList();

  static final Text ID = Text.form("[A-Za-z0-9_-]{16}", "must be an id of 16 characters");

  private LeadStates() {}
}
