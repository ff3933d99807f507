package dev.switchboard.functions.send;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.functions.Handler;
import dev.switchboard.functions.Services;
import dev.switchboard.functions.outreach.Rehearsal;
import dev.switchboard.functions.providers.setup.Vendors;
import dev.switchboard.send.SendId;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Takes each send of a batch as far as it goes now: gate, provider, ledger.
///
/// Queue `SendsQueue`, whose messages are send ids. Sample input in `events/deliver-sends.json`.
/// Safe to run twice: every step is a conditional write, see [Delivery].
public final class DeliverSends extends Handler<JsonNode, Batch.Answer> {

  private static final Remaining ENOUGH = () -> 60_000;

  private final Delivery delivery;
  private final Batch batch;
  private final Vendors vendors;
  private final Rehearsal rehearsal;

  public DeliverSends() {
    this(Services.aws());
  }

  public DeliverSends(Services services) {
    super(JsonNode.class);
    this.delivery = delivery(services);
    this.batch = new Batch(services.sendQueue().queue());
    this.vendors = services.vendors();
    this.rehearsal = new Rehearsal(services);
  }

  /// Here each channel gets its provider.
  static Delivery delivery(Services services) {
    return new Delivery(services, Channels.of(services.vendors()));
  }

  @Override
  public void prime() {
    rehearse(Rehearsal.batch(Rehearsal.SEND.value()));
    rehearsal.delivering((stage, ids) -> {
      var delivery = delivery(stage);
      var look = delivery.look(ids);
      ids.forEach(id -> delivery.deliver(look, id, ENOUGH));
    });
    vendors.rehearse();
  }

  @Override
  protected Batch.Answer handle(JsonNode event, Remaining remaining) {
    return batch.together(event, bodies -> deliver(bodies, remaining));
  }

  private Consumer<String> deliver(List<String> bodies, Remaining remaining) {
    var ids = bodies.stream().map(String::strip).filter(SendId::valid).map(SendId::new);
    var look = delivery.look(ids.collect(Collectors.toSet()));
    return body -> delivery.deliver(look, new SendId(body.strip()), remaining);
  }
}
