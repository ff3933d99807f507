package dev.switchboard.outreach;

import dev.switchboard.contact.Channel;
import dev.switchboard.contact.Consent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Leads of one order that share a phone number or an e-mail address, directly or through others,
/// are one person (SND-60).
///
/// The first one stays. What it lacks is filled from the others in their order; its score is the
/// highest given. A consent counts only for the address it was given with; one taken back counts
/// for all.
final class Duplicates {

  private Duplicates() {}

  /// For each lead, by position, the position of the lead it is merged into: its own if it stays.
  static int[] firsts(List<Lead> leads) {
    var parents = new int[leads.size()];
    var byAddress = new HashMap<String, Integer>();
    for (int i = 0; i < parents.length; i++) {
      parents[i] = i;
      for (var address : addresses(leads.get(i))) {
        var known = byAddress.putIfAbsent(address, i);
        if (known != null) join(parents, known, i);
      }
    }
    for (int i = 0; i < parents.length; i++) parents[i] = root(parents, i);
    return parents;
  }

  /// The leads that stay, by position, each with what its duplicates add.
  static Map<Integer, Lead> merged(List<Lead> leads, int[] firsts) {
    var groups = new LinkedHashMap<Integer, List<Lead>>();
    for (int i = 0; i < firsts.length; i++)
      groups.computeIfAbsent(firsts[i], _ -> new ArrayList<>()).add(leads.get(i));
    var merged = new LinkedHashMap<Integer, Lead>();
    groups.forEach((first, group) -> merged.put(first, merge(group)));
    return merged;
  }

  private static List<String> addresses(Lead lead) {
    return Stream.concat(lead.phone().stream(), lead.email().stream()).toList();
  }

  private static void join(int[] parents, int a, int b) {
    var first = root(parents, a);
    var second = root(parents, b);
    parents[Math.max(first, second)] = Math.min(first, second);
  }

  private static int root(int[] parents, int of) {
    var at = of;
    while (parents[at] != at) {
      parents[at] = parents[parents[at]];
      at = parents[at];
    }
    return at;
  }

  private static Lead merge(List<Lead> group) {
    if (group.size() == 1) return group.getFirst();
    var phone = first(group.stream().map(Lead::phone));
    var email = first(group.stream().map(Lead::email));
    var remarks = new LinkedHashSet<>(group.getFirst().remarks());
    for (var other : group.subList(1, group.size())) {
      remarks.add("merged with lead " + other.id());
      remarks.addAll(other.remarks());
    }
    return new Lead(
        group.getFirst().id(),
        first(group.stream().map(Lead::name)),
        phone,
        email,
        highest(group),
        traits(group.stream().map(Lead::traits).toList()),
        group.stream().flatMap(lead -> consents(lead, phone, email)).distinct().toList(),
        group.stream().flatMap(lead -> lead.clues().stream()).distinct().toList(),
        List.copyOf(remarks));
  }

  private static Optional<LeadScore> highest(List<Lead> group) {
    return group.stream()
        .flatMap(lead -> lead.score().stream())
        .max((a, b) -> Integer.compare(a.value(), b.value()));
  }

  private static Lead.Traits traits(List<Lead.Traits> group) {
    return new Lead.Traits(
        first(group.stream().map(Lead.Traits::industry)),
        first(group.stream().map(Lead.Traits::role)),
        first(group.stream().map(Lead.Traits::company)),
        first(group.stream().map(Lead.Traits::source)),
        first(group.stream().map(Lead.Traits::engagement)),
        first(group.stream().map(Lead.Traits::whatsApp)),
        first(group.stream().map(Lead.Traits::language)));
  }

  private static <T> Optional<T> first(Stream<Optional<T>> values) {
    return values.flatMap(Optional::stream).findFirst();
  }

  /// The consents of a lead as far as they are about the addresses that stay.
  private static Stream<Consent> consents(
      Lead lead, Optional<String> phone, Optional<String> email) {
    return lead.consents().stream()
        .flatMap(consent -> {
          if (consent.kind() == Consent.Kind.REVOKED) return Stream.of(consent);
          if (consent.channel().isPresent())
            return Stream.of(consent)
                .filter(_ -> same(lead, consent.channel().get(), phone, email));
          return Stream.of(Channel.values())
              .filter(channel -> same(lead, channel, phone, email))
              .map(channel -> onChannel(consent, channel));
        });
  }

  private static boolean same(
      Lead lead, Channel channel, Optional<String> phone, Optional<String> email) {
    var stays =
        switch (channel.address()) {
          case PHONE -> phone;
          case EMAIL -> email;
        };
    return stays.isPresent() && stays.equals(lead.address(channel));
  }

  private static Consent onChannel(Consent consent, Channel channel) {
    return new Consent(Optional.of(channel), consent.kind(), consent.source(), consent.at());
  }
}
