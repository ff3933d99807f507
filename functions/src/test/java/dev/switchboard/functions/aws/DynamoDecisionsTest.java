package dev.switchboard.functions.aws;

import dev.switchboard.decision.Decisions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class DynamoDecisionsTest extends DecisionsContract {

  private static EmbeddedDynamo engine;

  @BeforeAll
  static void start() {
    engine = new EmbeddedDynamo("Decisions");
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  @Override
  Decisions decisions() {
    return new DynamoDecisions(new Table(engine.client(), "Decisions"));
  }
}
