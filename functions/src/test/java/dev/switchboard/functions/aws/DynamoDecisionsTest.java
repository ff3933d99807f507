package dev.switchboard.functions.aws;

import dev.switchboard.decision.Decisions;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoDecisionsTest extends DecisionsContract {

  @RegisterExtension private static final DynamoEngine engine = new DynamoEngine("Decisions");

  @Override
  Decisions decisions() {
    return new DynamoDecisions(new Table(engine.client(), "Decisions"));
  }
}
