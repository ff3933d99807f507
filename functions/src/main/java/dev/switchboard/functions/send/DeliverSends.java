package dev.switchboard.functions.send;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.switchboard.functions.Handler;
import dev.switchboard.functions.Services;
import dev.switchboard.functions.outreach.Rehearsal;
import dev.switchboard.send.SendId;

/// Takes each send of a batch as far as it goes now: gate, provider, ledger.
///
/// Queue `SendsQueue`, whose messages are send ids. Sample input in `events/deliver-sends.json`.
/// Safe to run twice: every step is a conditional write, see [Delivery].
public final class DeliverSends extends Handler<SQSEvent, SQSBatchResponse> {

  private final Delivery delivery;
  private final Batch batch;
  private final Rehearsal rehearsal;

  public DeliverSends() {
    this(Services.aws());
  }

  public DeliverSends(Services services) {
    super(SQSEvent.class);
    this.delivery = delivery(services);
    this.batch = new Batch(services.sendQueue().queue());
    this.rehearsal = new Rehearsal(services);
  }

  /// Here each channel gets its provider.
  static Delivery delivery(Services services) {
    return new Delivery(services, Channels.of(services.vendors()));
  }

  @Override
  public void prime() {
    rehearse(Rehearsal.batch(Rehearsal.SEND.value()));
    rehearsal.delivering();
  }

  @Override
  protected SQSBatchResponse handle(SQSEvent event, Remaining remaining) {
    return batch.each(event, body -> delivery.deliver(new SendId(body.strip()), remaining));
  }
}
