package dev.switchboard.functions.outreach;

import dev.switchboard.contact.Channel;
import dev.switchboard.contact.Contact;
import dev.switchboard.contact.ContactId;
import dev.switchboard.contact.Purpose;
import dev.switchboard.contact.Verdict;
import dev.switchboard.outreach.Decision;
import dev.switchboard.outreach.Execution;
import dev.switchboard.outreach.Lead;
import dev.switchboard.outreach.Plan;
import dev.switchboard.price.PriceTable;
import dev.switchboard.send.Openings.Opening;
import dev.switchboard.send.Send;
import dev.switchboard.send.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A part of a plan as it is written down: people first, then what is to be sent to them.
///
/// @param erased those of the people whom planning knew to be erased
/// @param unknown those of their addresses that nobody was behind so far
public record Slice(
    List<Contact> people, Set<ContactId> erased, Set<String> unknown, List<Send> sends) {

  /// Leads of a slice: with the longest fields it stays below the 400 KB of an item.
  private static final int LEADS = 50;

  /// How many slices an execution has.
  static int count(Execution execution) {
    return (execution.leads() + LEADS - 1) / LEADS;
  }

  /// A plan in slices, in the order of its leads.
  static List<Slice> of(Plan plan, Roster roster, Execution execution) {
    var slices = new ArrayList<Slice>();
    for (var from = 0; from < plan.decisions().size(); from += LEADS) {
      var to = Math.min(from + LEADS, plan.decisions().size());
      slices.add(of(plan.decisions().subList(from, to), roster, execution));
    }
    return slices;
  }

  private static Slice of(List<Decision> decisions, Roster roster, Execution execution) {
    var routed = decisions.stream().filter(it -> it.route().isPresent()).toList();
    // Those that nothing is sent to as well: consent can then be recorded for them.
    var people =
        decisions.stream()
            .filter(it -> it.duplicateOf().isEmpty())
            .filter(it -> Roster.addresses(it.lead()).findAny().isPresent())
            .toList();
    return new Slice(
        people.stream().map(it -> told(roster.contact(it.lead()))).toList(),
        people.stream()
            .map(it -> roster.contact(it.lead()))
            .filter(Contact::erased)
            .map(Contact::id)
            .collect(Collectors.toSet()),
        people.stream()
            .flatMap(it -> Roster.addresses(it.lead()))
            .filter(roster.unknown()::contains)
            .collect(Collectors.toSet()),
        routed.stream().map(it -> send(it, roster, execution)).toList());
  }

  /// What planning adds to a contact, and nothing that is kept of it elsewhere.
  private static Contact told(Contact contact) {
    return new Contact(
        contact.id(),
        contact.name(),
        contact.phone(),
        contact.email(),
        contact.clues(),
        contact.consents(),
        List.of(),
        List.of(),
        Map.of(),
        List.of(),
        contact.others(),
        0);
  }

  private static Send send(Decision decision, Roster roster, Execution execution) {
    var route = decision.route().orElseThrow();
    var lead = decision.lead();
    var send =
        Send.planned(
            opening(execution).send(roster.contact(lead).id(), 0),
            execution.owner(),
            Purpose.MARKETING,
            route.chain().stream().map(channel -> step(channel, lead)).toList(),
            Optional.of(route.allowance()),
            facts(lead),
            execution.createdAt());
    return route
        .due()
        .map(due -> send.judged(new Verdict.Hold(due.at(), due.rule(), due.because())))
        .orElse(send);
  }

  static Opening opening(Execution execution) {
    return new Opening(
        execution.owner(), execution.id(), execution.shards(), execution.createdAt());
  }

  private static Step step(Channel channel, Lead lead) {
    var price = PriceTable.DEFAULT.of(channel);
    return new Step(channel, lead.address(channel).orElseThrow(), price.expected(), price.high());
  }

  private static Map<String, String> facts(Lead lead) {
    var facts = new TreeMap<String, String>();
    facts.put("lead", lead.id());
    lead.name().ifPresent(name -> facts.put("name", name));
    lead.traits().company().ifPresent(company -> facts.put("company", company));
    lead.traits().language().ifPresent(language -> facts.put("language", language));
    return facts;
  }
}
