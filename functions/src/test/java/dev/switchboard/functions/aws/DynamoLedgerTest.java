package dev.switchboard.functions.aws;

import dev.switchboard.send.Ledger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class DynamoLedgerTest extends LedgerContract {

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
  Ledger ledger() {
    return new DynamoLedger(new Table(engine.client(), "Sends"));
  }
}
