package dev.switchboard.functions.aws;

import dev.switchboard.send.Openings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class DynamoOpeningsTest extends OpeningsContract {

  private static EmbeddedDynamo engine;

  @BeforeAll
  static void start() {
    engine = new EmbeddedDynamo("Sends");
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  @Override
  Openings openings() {
    return new DynamoOpenings(new Table(engine.client(), "Sends"));
  }
}
