package dev.switchboard.functions.aws;

import dev.switchboard.send.Ledger;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoLedgerTest extends LedgerContract {

  @RegisterExtension private static final DynamoEngine engine = new DynamoEngine("Sends");

  @Override
  Ledger ledger() {
    return new DynamoLedger(new Table(engine.client(), "Sends"));
  }
}
