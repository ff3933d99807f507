package dev.switchboard.functions.health;

import dev.switchboard.contact.Channel;
import dev.switchboard.functions.Services;
import dev.switchboard.functions.aws.Table;
import dev.switchboard.functions.health.Health.Carriage;
import dev.switchboard.functions.providers.checkup.Diagnosis;
import dev.switchboard.functions.providers.checkup.Inquiry;
import dev.switchboard.functions.providers.checkup.PublicAddress;
import dev.switchboard.functions.providers.checkup.Question;
import dev.switchboard.functions.providers.checkup.Round;
import dev.switchboard.functions.providers.http.OneRequest;
import dev.switchboard.functions.providers.setup.Brand;
import dev.switchboard.functions.providers.setup.Checkups;
import dev.switchboard.functions.providers.setup.Vendors.Carrier;
import dev.switchboard.functions.providers.traffic.Standing;
import dev.switchboard.functions.webhooks.WebhookCheckup;
import dev.switchboard.send.Provider;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/// How each channel does, and the way that vendors have to us.
final class Carriers {

  /// Before all are waited for no longer, so that who was late is named.
  private static final Duration EARLIER = Duration.ofMillis(500);

  private final Services services;
  private final OneRequest http = new OneRequest(Inquiry.LIMITS);

  Carriers(Services services) {
    this.services = services;
  }

  Health health(Channel channel) {
    var until = until();
    var carriage =
        switch (services.vendors().of(channel)) {
          case Carrier.Closed _ -> new Carriage.None();
          case Carrier.Open(var provider) -> carriage(provider);
        };
    var questions = new Checkups(services.vendors().settings(), http).of(channel);
    return new Health.Channel(carriage, asked(Brand.of(channel).title(), questions, until));
  }

  private Carriage carriage(Provider provider) {
    if (provider.limits().isEmpty()) return new Carriage.Simulated(provider.name());
    var sends = new Table(services.clients().dynamo(), services.settings().tables().sends());
    return new Carriage.Vendor(
        provider.name(), Standing.of(sends, provider, services.clock().instant()));
  }

  Health webhooks() {
    var until = until();
    var address = new PublicAddress(services.settings().publicUrl(), http);
    var checkup = new WebhookCheckup(services.vendors().settings(), address, services.signatures());
    return new Health.Webhooks(asked("PUBLIC_URL", checkup.questions(Instant.now()), until));
  }

  private static Instant until() {
    return Instant.now().plus(Dependencies.WITHIN).minus(EARLIER);
  }

  private static List<Diagnosis> asked(String whom, List<Question> questions, Instant until) {
    var tasks = questions.stream().<Supplier<List<Diagnosis>>>map(it -> it::ask).toList();
    var left = Duration.between(Instant.now(), until);
    var silent = new Diagnosis.NoAnswer("%s did not answer in time.".formatted(whom));
    return Round.of(tasks, left.isNegative() ? Duration.ZERO : left).stream()
        .flatMap(answer -> answer.value().orElseGet(() -> List.of(silent)).stream())
        .distinct()
        .toList();
  }
}
