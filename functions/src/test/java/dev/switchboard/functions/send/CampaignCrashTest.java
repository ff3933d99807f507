package dev.switchboard.functions.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchboard.OwnerId;
import dev.switchboard.campaign.Decision;
import dev.switchboard.campaign.Dossier;
import dev.switchboard.campaign.Site;
import dev.switchboard.campaign.Standing;
import dev.switchboard.campaign.State;
import dev.switchboard.campaign.Tier;
import dev.switchboard.contact.Contact;
import dev.switchboard.contact.ContactId;
import dev.switchboard.contact.Policy;
import dev.switchboard.functions.aws.DynamoEngine;
import dev.switchboard.functions.campaign.Crew;
import dev.switchboard.functions.campaign.Dossiers;
import dev.switchboard.functions.campaign.MemoryCrew;
import dev.switchboard.functions.campaign.Pool;
import dev.switchboard.functions.campaign.Progress;
import dev.switchboard.send.PurposeId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Kills whoever advances a campaign after each of its requests: whatever the moment, nobody is
/// invited twice, no check-in is missed or doubled, and the campaign ends as one that was never
/// interrupted.
class CampaignCrashTest {

  private static final int CONTRACTORS = 14;

  @RegisterExtension private static final DynamoEngine engine = World.engine();

  /// What came of a campaign; the same whoever died on the way.
  private record End(
      State state,
      List<Standing> standings,
      List<Decision> history,
      Set<String> events,
      long messages,
      Set<ContactId> busy) {}

  /// A crew whose answers may be the last that a process hears.
  private record Mortal(MemoryCrew crew, Fragile fragile) implements Crew {
    @Override
    public Pool available(OwnerId owner, String trade, Site site, Policy policy, Instant now) {
      return fragile.request(() -> crew.available(owner, trade, site, policy, now));
    }

    @Override
    public boolean reserve(OwnerId owner, ContactId contractor, PurposeId campaign, Instant at) {
      return fragile.request(() -> crew.reserve(owner, contractor, campaign, at));
    }

    @Override
    public void release(
        OwnerId owner, ContactId contractor, PurposeId campaign, Standing standing, Instant at) {
      var _ =
          fragile.request(() -> {
            crew.release(owner, contractor, campaign, standing, at);
            return true;
          });
    }
  }

  /// One campaign in one world.
  private static final class Life {
    private final World world;
    private final MemoryCrew crew = new MemoryCrew(1);
    private final PurposeId id;

    private Life(World world) {
      this.world = world;
      var contacts = IntStream.range(0, CONTRACTORS).mapToObj(Life::contact).toList();
      var services = world.services(new Fragile());
      var addresses = new HashSet<String>();
      contacts.forEach(it -> addresses.addAll(it.addresses()));
      services.contacts().plan(world.owner(), contacts, addresses, "known");
      for (int number = 0; number < CONTRACTORS; number++)
        crew.add(
            Dossiers.candidate(number, number < 8 ? Tier.INTERNAL : Tier.RETURNING, Instant.EPOCH));
      var dossier = Dossiers.drafted(world.owner(), 1, world.now());
      this.id = services.campaigns().begin(dossier).id();
    }

    private static Contact contact(int number) {
      return new Contact(
          Dossiers.contractor(number),
          Optional.of("Contractor " + number),
          Optional.of("+1212555%04d".formatted(100 + number)),
          Optional.of("c%d@example.org".formatted(number)),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          Map.of(),
          List.of(),
          Set.of(),
          0);
    }

    /// Advances it as its machine would, again and again while processes die of it.
    private void advance() {
      var fragile = world.fragile();
      boolean alive = false;
      while (!alive) {
        fragile.arm(true);
        try {
          var _ =
              new Progress(world.services(), new Mortal(crew, fragile)).advance(world.owner(), id);
          alive = true;
        } catch (Fragile.Died e) {
          fragile.restart();
        } finally {
          fragile.arm(false);
        }
      }
    }

    private void pass(int minutes) {
      world.advance(Duration.ofMinutes(minutes));
      // Workers die elsewhere.
      var _ = world.fragile().spared(this::work);
      advance();
    }

    private boolean work() {
      world.work();
      TroubleTest.sweep(world);
      world.work();
      return true;
    }

    private void bid(int number) {
      var services = world.services(new Fragile());
      services.signals().tell(world.owner(), id, it -> it.heard(Dossiers.bid(number, "900")));
      advance();
    }

    private Dossier dossier() {
      return world.services(new Fragile()).campaigns().find(world.owner(), id).orElseThrow();
    }

    private End lived() {
      advance();
      pass(2);
      bid(0);
      pass(88); // the warning, and somebody has answered
      pass(90); // half time: far behind
      pass(3);
      bid(1);
      pass(87); // the third check-in
      bid(2);
      bid(3);
      pass(2);
      // By then the sweeper has found what nobody was told of.
      pass(10);
      var dossier = dossier();
      var calls = world.calls();
      assertEquals(Set.copyOf(calls).size(), calls.size(), "a message that left twice");
      return new End(
          dossier.campaign().state(),
          dossier.campaign().invitations().stream().map(it -> it.standing()).toList(),
          dossier.history(),
          Set.copyOf(world.events()),
          calls.size(),
          crew.busy());
    }
  }

  @Test
  void whatever_moment_it_dies_at_a_campaign_ends_as_if_it_had_not() {
    var wanted = new Life(new World(engine, "")).lived();
    assertEquals(State.FILLED, wanted.state());
    assertEquals(Set.of(), wanted.busy());
    assertTrue(
        wanted
            .events()
            .containsAll(Set.of("CampaignLaunched", "CampaignEscalated", "CampaignFilled")),
        wanted.events().toString());

    int request = -1;
    var died = true;
    while (died) {
      // Every third: over a minute less, and each kind of request is among them many times.
      request += 3;
      var world = new World(engine, "");
      var life = new Life(world);
      world.fragile().dieAfter(request);
      assertEquals(wanted, life.lived(), "killed after request " + request);
      died = world.fragile().diedOnce();
    }
    assertTrue(request > 60, "only " + request);
  }
}
