package dev.switchboard.functions.outreach;

import dev.switchboard.functions.aws.EmbeddedDynamo;
import dev.switchboard.functions.aws.Table;
import dev.switchboard.outreach.Executions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class DynamoExecutionsTest extends ExecutionsContract {

  private static EmbeddedDynamo engine;

  @BeforeAll
  static void start() {
    engine = new EmbeddedDynamo("Outreach");
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  @Override
  Executions executions() {
    return new DynamoExecutions(new Table(engine.client(), "Outreach"));
  }
}
