package dev.switchboard.functions.send;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.OwnerId;
import dev.switchboard.contact.Contact;
import dev.switchboard.contact.ContactId;
import dev.switchboard.contact.Contacts;
import dev.switchboard.contact.Person;
import dev.switchboard.contact.Verdict;
import dev.switchboard.functions.Handler;
import dev.switchboard.functions.Services;
import dev.switchboard.send.Ledger;
import dev.switchboard.send.Openings;
import dev.switchboard.send.PurposeId;
import dev.switchboard.send.SendId;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Withdraws what still waits for a contact that opted out or responded.
///
/// Bus events `ContactOptedOut` and `LeadResponded`. Sample input in `events/withdraw-sends.json`.
/// Safe to run twice or never: the gate would stop the same sends when they fall due; this shows it
/// at once.
public final class WithdrawSends extends Handler<WithdrawSends.Input, WithdrawSends.Output> {

  private static final int MAX_STEPS = 10;

  /// Older ones are closed, or the gate's business.
  private static final int MAX_PURPOSES = 50;

  /// The part of an EventBridge event that is needed; AWS's class for it has a time of Joda's.
  public record Input(@JsonProperty("detail-type") String detailType, JsonNode detail) {}

  public record Output(int withdrawn) {}

  private final Contacts contacts;
  private final Ledger ledger;
  private final Openings openings;
  private final Transitions transitions;

  public WithdrawSends() {
    this(Services.aws());
  }

  public WithdrawSends(Services services) {
    super(Input.class);
    this.contacts = services.contacts();
    this.ledger = services.ledger();
    this.openings = services.openings();
    this.transitions = services.transitions();
  }

  @Override
  protected Output handle(Input input, Remaining remaining) {
    var owner = new OwnerId(input.detail().path("owner").asText());
    var contact = contacts.find(owner, new ContactId(input.detail().path("contact_id").asText()));
    var count =
        switch (input.detailType()) {
          case "ContactOptedOut" -> contact.map(it -> optedOut(owner, it)).orElse(0);
          case "LeadResponded" -> {
            var purpose = new PurposeId(input.detail().path("execution_id").asText());
            var verdict = new Verdict.Block("responded", "The contact responded");
            yield contact
                .map(it -> withdraw(owner, Person.of(contacts, owner, it), purpose, verdict))
                .orElse(0);
          }
          default ->
              throw new IllegalArgumentException("not an event of ours: " + input.detailType());
        };
    return new Output(count);
  }

  private int optedOut(OwnerId owner, Contact contact) {
    // A channel of its own is the gate's business: the chain goes on elsewhere.
    if (contact.suppressions().stream().noneMatch(it -> it.channel().isEmpty())) return 0;
    var verdict = new Verdict.Block("optout-all", "The contact opted out");
    var person = Person.of(contacts, owner, contact);
    var purposes = person.purposes();
    var latest = purposes.subList(Math.max(0, purposes.size() - MAX_PURPOSES), purposes.size());
    return latest.stream()
        .mapToInt(purpose -> withdraw(owner, person, new PurposeId(purpose), verdict))
        .sum();
  }

  private int withdraw(OwnerId owner, Person person, PurposeId purpose, Verdict.Block verdict) {
    var ids = openings.find(owner, purpose).map(opening -> steps(opening, person));
    return (int)
        ledger.find(owner, ids.orElse(List.of())).stream()
            .filter(send -> send.state().waiting())
            .filter(send -> transitions.advance(send, send.judged(verdict)))
            .count();
  }

  private static List<SendId> steps(Openings.Opening opening, Person person) {
    return person.ids().stream().flatMap(id -> steps(opening, id)).toList();
  }

  private static Stream<SendId> steps(Openings.Opening opening, ContactId contact) {
    return IntStream.range(0, MAX_STEPS).mapToObj(step -> opening.send(contact, step));
  }
}
