package dev.switchboard.functions.outreach;

import dev.switchboard.functions.aws.DynamoEngine;
import dev.switchboard.functions.aws.Table;
import dev.switchboard.outreach.Executions;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoExecutionsTest extends ExecutionsContract {

  @RegisterExtension private static final DynamoEngine engine = new DynamoEngine("Outreach");

  @Override
  Executions executions() {
    return new DynamoExecutions(new Table(engine.client(), "Outreach"));
  }
}
