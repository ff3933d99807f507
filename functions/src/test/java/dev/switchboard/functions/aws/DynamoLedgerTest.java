package dev.switchboard.functions.aws;

import dev.switchboard.send.Ledger;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoLedgerTest extends LedgerContract {

  @RegisterExtension private static final EmbeddedDynamo engine = new EmbeddedDynamo("Sends");

  @Override
  Ledger ledger() {
    return new DynamoLedger(new Table(engine.client(), "Sends"));
  }
}
