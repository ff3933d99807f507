package dev.switchboard.functions.aws;

import dev.switchboard.send.Openings;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoOpeningsTest extends OpeningsContract {

  @RegisterExtension private static final DynamoEngine engine = new DynamoEngine("Sends");

  @Override
  Openings openings() {
    return new DynamoOpenings(new Table(engine.client(), "Sends"));
  }
}
