package dev.switchboard.local.reliability;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.contact.Channel;
import dev.switchboard.send.State;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What stands in the books at the end of a run, held against each other and against what the
/// scenario had in store for each lead.
final class Audit {

  private final Books books;
  private final List<String> violations = new ArrayList<>();
  private final Map<String, Integer> ends = new TreeMap<>();
  private int unclear;
  private int cutTwice;

  private Audit(Books books) {
    this.books = books;
  }

  static Audit of(KillPlan plan, Books books, int answered) {
    var audit = new Audit(books);
    if (answered * plan.leadsPerOrder() < plan.leads())
      audit.violated("only %d orders".formatted(answered));
    audit.everyExecutionIsOver();
    audit.everyLeadIsFinal(plan);
    audit.nobodyIsContactedTwice();
    audit.everyCallHasItsSend();
    audit.countsAreEqual();
    books.deadLetters().values().removeIf(depth -> depth == 0);
    if (!books.deadLetters().isEmpty())
      audit.violated("dead letters: %s".formatted(books.deadLetters()));
    return audit;
  }

  /// What is wrong; empty if nothing is.
  List<String> violations() {
    return List.copyOf(violations);
  }

  /// Parked because nobody could ever tell, as the scenario has it.
  int unclear() {
    return unclear;
  }

  /// Parked because the attempt was interrupted and so was the one after it.
  int cutTwice() {
    return cutTwice;
  }

  /// All of it, as a table.
  List<String> lines() {
    var lines = new ArrayList<String>();
    lines.add("  %-20s %8s %8s %8s".formatted("Messages taken", "Ledger", "Outbox", "API"));
    for (var channel : taken(books.taken(), Books.Call::channel).keySet())
      lines.add(
          "  %-20s %8d %8d %8d"
              .formatted(
                  channel,
                  taken().get(channel),
                  taken(books.taken(), Books.Call::channel).get(channel),
                  told().get(channel)));
    lines.add("  %-20s %8s %8s %8s".formatted("Cost", "$" + cost(), "", "$" + toldCost()));
    lines.add("  %,d leads by the state of their latest send: %s".formatted(leads(), ends));
    lines.add(
        "  Parked: %d that the scenario left unclear, %d whose attempts were cut off twice"
            .formatted(unclear, cutTwice));
    return lines;
  }

  private int leads() {
    return books.leads().size();
  }

  private void violated(String what) {
    violations.add(what);
  }

  private void everyExecutionIsOver() {
    for (var execution : books.executions())
      if (!execution.path("status").asText().equals("completed"))
        violated(
            "stuck: %s is %s with %s"
                .formatted(
                    execution.path("execution_id"),
                    execution.path("status"),
                    execution.path("sends")));
    for (var row : books.ledger())
      if (!row.state().settled()) violated("stuck: %s is %s".formatted(row.id(), row.state()));
  }

  private void everyLeadIsFinal(KillPlan plan) {
    var told = new HashMap<String, JsonNode>();
    for (var lead : books.leads())
      if (told.put(lead.path("id").asText(), lead) != null)
        violated("the lead %s is there twice".formatted(lead.path("id")));
    for (var lead : plan.all()) {
      if (told.containsKey(lead.id())) isFinal(lead, told.get(lead.id()).path("sends"));
      else violated("forgotten: %s".formatted(lead.id()));
    }
  }

  private void isFinal(Lead lead, JsonNode sends) {
    var states = new ArrayList<State>();
    for (var send : sends) {
      var channel = Channel.ofWire(send.path("channel").asText()).orElseThrow();
      var state = State.ofWire(send.path("state").asText());
      var expected = lead.expected(states.size());
      if (!expected.contains(state) || channel != lead.kind().chain().get(states.size()))
        violated("%s: %s is %s instead of %s".formatted(lead, channel, state, expected));
      if (state == State.PARKED) parked(lead, channel);
      states.add(state);
    }
    if (states.isEmpty() || !lead.over(states))
      violated("%s: forgotten after %s".formatted(lead, states));
    else ends.merge(states.getLast().wire(), 1, Integer::sum);
  }

  private void parked(Lead lead, Channel channel) {
    var asPlanned = lead.faulty() == channel && lead.fault().equals(Optional.of(Fault.UNCLEAR));
    if (asPlanned) unclear++;
    else cutTwice++;
  }

  private void nobodyIsContactedTwice() {
    twice(Books.Call::id);
    // Of one chain at most one message goes over a channel, whatever order it belongs to.
    twice(call -> call.channel().wire() + " to " + call.to());
  }

  private void twice(Function<Books.Call, Object> what) {
    books.taken().stream()
        .collect(Collectors.groupingBy(what, Collectors.counting()))
        .forEach((step, count) -> {
          if (count > 1) violated("contacted %d times: %s".formatted(count, step));
        });
  }

  private void everyCallHasItsSend() {
    var called = books.taken().stream().map(Books.Call::id).collect(Collectors.toSet());
    var sent = sent().map(Books.Row::id).collect(Collectors.toSet());
    for (var id : called)
      if (!sent.contains(id)) violated("taken, but not in the ledger: %s".formatted(id));
    for (var id : sent)
      if (!called.contains(id)) violated("in the ledger, but not taken: %s".formatted(id));
  }

  private void countsAreEqual() {
    equal("taken", taken(), taken(books.taken(), Books.Call::channel), told());
    var states = new TreeMap<String, Long>();
    for (var execution : books.executions())
      execution
          .path("sends")
          .properties()
          .forEach(it -> states.merge(it.getKey(), it.getValue().asLong(), Long::sum));
    equal("sends", taken(books.ledger(), row -> row.state().wire()), states);
    equal("cost", cost(), toldCost());
  }

  private void equal(String what, Object... counts) {
    if (Stream.of(counts).distinct().count() > 1)
      violated("%s: %s".formatted(what, List.of(counts)));
  }

  private Stream<Books.Row> sent() {
    return books.ledger().stream().filter(row -> row.state().taken());
  }

  private Map<Channel, Long> taken() {
    return taken(sent().toList(), Books.Row::channel);
  }

  private static <T, K> Map<K, Long> taken(Collection<T> of, Function<T, K> by) {
    return of.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.counting()));
  }

  private Map<Channel, Long> told() {
    var told = new TreeMap<Channel, Long>();
    for (var execution : books.executions())
      for (var channel : execution.path("by_channel"))
        if (channel.path("sends").asLong() > 0)
          told.merge(
              Channel.ofWire(channel.path("channel").asText()).orElseThrow(),
              channel.path("sends").asLong(),
              Long::sum);
    return told;
  }

  private BigDecimal cost() {
    return plain(books.ledger().stream().map(Books.Row::cost));
  }

  private BigDecimal toldCost() {
    return plain(books.executions().stream().map(it -> it.path("actual_cost").decimalValue()));
  }

  private static BigDecimal plain(Stream<BigDecimal> amounts) {
    return amounts.reduce(BigDecimal.ZERO, BigDecimal::add).setScale(2);
  }
}
