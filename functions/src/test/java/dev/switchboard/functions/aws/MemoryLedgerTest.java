package dev.switchboard.functions.aws;

import dev.switchboard.send.Ledger;

class MemoryLedgerTest extends LedgerContract {

  private final MemoryLedger ledger = new MemoryLedger(true);

  @Override
  Ledger ledger() {
    return ledger;
  }
}
