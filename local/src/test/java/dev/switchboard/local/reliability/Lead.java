package dev.switchboard.local.reliability;

import dev.switchboard.contact.Channel;
import dev.switchboard.send.State;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/// One lead, all of it from its number and the run's seed.
///
/// @param faulty the channel that the fault is on
record Lead(int number, LeadKind kind, Optional<Fault> fault, Channel faulty) {

  /// Of twenty leads, ten go by e-mail, seven by text, two by voicemail and text, one all the way.
  private static final String MIX = "MTMTMVMTMTMTMVMTMTMA";

  static Lead of(int number, long seed, double faults) {
    var random = new SplittableRandom(seed * 1_000_003 + number);
    var kind =
        switch (MIX.charAt(number % MIX.length())) {
          case 'M' -> LeadKind.MAIL;
          case 'T' -> LeadKind.TEXT;
          case 'V' -> LeadKind.VOICE;
          default -> LeadKind.ALL;
        };
    var troubled = random.nextDouble() < faults;
    var fault = List.of(Fault.values()).get(random.nextInt(Fault.values().length));
    var faulty = kind.chain().get(random.nextInt(kind.chain().size()));
    return new Lead(number, kind, Optional.of(fault).filter(_ -> troubled), faulty);
  }

  /// The same with a fault that the vendor of that channel can have.
  Lead amongVendors() {
    var had = fault.map(it -> it.atVendor(faulty) ? it : Fault.LOST_REPLY);
    return new Lead(number, kind, had, faulty);
  }

  String id() {
    return "k" + number;
  }

  String json() {
    return kind.json(id(), email(), phone());
  }

  /// Its entry in the outbox's scenario; empty in fair weather.
  Optional<String> script() {
    var address = faulty == Channel.EMAIL ? email() : phone();
    return fault.map(it -> "\"%s\": %s".formatted(address, it.scripts(faulty)));
  }

  /// What may become of its send of that step, from 0.
  Set<State> expected(int step) {
    if (step >= kind.chain().size()) return Set.of();
    var channel = kind.chain().get(step);
    var ends = EnumSet.of(State.PARKED);
    if (optedOut(channel)) {
      ends.add(State.BLOCKED);
      return ends;
    }
    ends.addAll(
        fault
            .filter(_ -> channel == faulty)
            .map(it -> it.ends(channel))
            .orElse(Set.of(LeadKind.good(channel))));
    if (fault.filter(Fault::endsContact).isPresent())
      ends.addAll(Set.of(State.SUPPRESSED, State.BLOCKED, State.CANCELLED));
    return ends;
  }

  /// Whether it opted out of that channel by a refusal on another one, before.
  private boolean optedOut(Channel channel) {
    return fault.filter(Fault.OPTED_OUT::equals).isPresent()
        && channel.address() == faulty.address()
        && channel.compareTo(faulty) > 0;
  }

  /// Whether nothing more can come after sends that ended like this.
  boolean over(List<State> ends) {
    return ends.size() == kind.chain().size()
        || ends.getLast() == State.PARKED
        || fault.filter(Fault::endsContact).isPresent();
  }

  String email() {
    return id() + "@example.org";
  }

  String phone() {
    return "+1212" + (2_000_000 + number);
  }
}
