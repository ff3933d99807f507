package dev.switchboard.functions;

import dev.switchboard.OwnerId;
import dev.switchboard.campaign.Campaigns;
import dev.switchboard.campaign.Directory;
import dev.switchboard.campaign.House;
import dev.switchboard.contact.Contacts;
import dev.switchboard.contact.Gate;
import dev.switchboard.contact.NumberRegistry;
import dev.switchboard.contact.Owners;
import dev.switchboard.contact.Rules;
import dev.switchboard.decision.Decisions;
import dev.switchboard.functions.aws.DynamoHeard;
import dev.switchboard.functions.aws.Retention;
import dev.switchboard.functions.aws.SqsQueue;
import dev.switchboard.functions.aws.Table;
import dev.switchboard.functions.campaign.CampaignPurposes;
import dev.switchboard.functions.campaign.Crew;
import dev.switchboard.functions.campaign.DirectoryCrew;
import dev.switchboard.functions.campaign.Machine;
import dev.switchboard.functions.campaign.Signals;
import dev.switchboard.functions.campaign.Tokens;
import dev.switchboard.functions.events.Bus;
import dev.switchboard.functions.http.Claims;
import dev.switchboard.functions.http.DynamoIdempotency;
import dev.switchboard.functions.http.Once;
import dev.switchboard.functions.outreach.ExecutionPurposes;
import dev.switchboard.functions.outreach.Overview;
import dev.switchboard.functions.outreach.PlanQueue;
import dev.switchboard.functions.outreach.Plans;
import dev.switchboard.functions.providers.Outbox;
import dev.switchboard.functions.providers.Scenario;
import dev.switchboard.functions.providers.setup.ParameterSecrets;
import dev.switchboard.functions.providers.setup.Secrets;
import dev.switchboard.functions.providers.setup.Vendors;
import dev.switchboard.functions.providers.traffic.Traffic;
import dev.switchboard.functions.send.Jobs;
import dev.switchboard.functions.send.KnownNumbers;
import dev.switchboard.functions.send.Objections;
import dev.switchboard.functions.send.Replies;
import dev.switchboard.functions.send.ReportQueue;
import dev.switchboard.functions.send.SendQueue;
import dev.switchboard.functions.send.StoppedNumbers;
import dev.switchboard.functions.send.Sweep;
import dev.switchboard.functions.send.Transitions;
import dev.switchboard.functions.webhooks.Signatures;
import dev.switchboard.outreach.Executions;
import dev.switchboard.outreach.Slices;
import dev.switchboard.send.Ledger;
import dev.switchboard.send.Openings;
import dev.switchboard.send.Purposes;
import dev.switchboard.send.Summaries;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/// Everything the functions need, made once per process: the one place where parts are put
/// together.
public record Services(
    Settings settings,
    Aws clients,
    InstantSource clock,
    Ids idsAndSecrets,
    Gate gate,
    NumberRegistry registry,
    Owners owners,
    Contacts contacts,
    Ledger ledger,
    Openings openings,
    Decisions decisions,
    Executions executions,
    Slices slices,
    Campaigns campaigns,
    Directory directory,
    Signals signals,
    Purposes purposes,
    Plans plans,
    PlanQueue planQueue,
    SendQueue sendQueue,
    ReportQueue reportQueue,
    Bus bus,
    Outbox outbox,
    Vendors vendors,
    Traffic traffic,
    Transitions transitions,
    Once once,
    Summaries summaries,
    DynamoHeard heard,
    Signatures signatures) {

  private static final class Lambda {
    static final Services INSTANCE = of(System.getenv());

    private static Services of(Map<String, String> environment) {
      return Services.of(
          environment, aws(), InstantSource.system(), NumberRegistry.NONE, secrets(environment));
    }

    private static Secrets secrets(Map<String, String> environment) {
      var prefix = environment.getOrDefault("PROVIDERS_PATH", "");
      return prefix.isEmpty()
          ? Secrets.ofEnvironment(environment)
          : new ParameterSecrets(Lambda::parameters, prefix);
    }

    /// Of its own HTTP client, so that both end with it.
    private static SsmClient parameters() {
      return SsmClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()).build();
    }

    private static Aws aws() {
      return new Aws(
          DynamoDbClient.builder().httpClient(Http.CLIENT).build(),
          SqsClient.builder().httpClient(Http.CLIENT).build(),
          () -> Events.CLIENT,
          () -> Machines.CLIENT);
    }

    private static final class Http {
      static final SdkHttpClient CLIENT = UrlConnectionHttpClient.create();
    }

    private static final class Events {
      static final EventBridgeClient CLIENT =
          EventBridgeClient.builder().httpClient(Http.CLIENT).build();
    }

    private static final class Machines {
      static final SfnClient CLIENT = SfnClient.builder().httpClient(Http.CLIENT).build();
    }
  }

  /// The services of this Lambda environment, built on first use from its environment variables.
  public static Services aws() {
    return Lambda.INSTANCE;
  }

  /// @param environment of the function: names and values as the template gives them
  /// @throws IllegalStateException naming every variable that is missing or malformed
  public static Services of(Map<String, String> environment, Aws aws, InstantSource wall) {
    return of(environment, aws, wall, NumberRegistry.NONE);
  }

  /// @param registry what is known of phone numbers elsewhere
  public static Services of(
      Map<String, String> environment, Aws aws, InstantSource wall, NumberRegistry registry) {
    return of(environment, aws, wall, registry, Secrets.ofEnvironment(environment));
  }

  /// @param secrets settings of the providers; read when they are first needed
  public static Services of(
      Map<String, String> environment,
      Aws aws,
      InstantSource wall,
      NumberRegistry registry,
      Secrets secrets) {
    return of(Settings.from(environment), aws, wall, registry, secrets);
  }

  /// The same on other clients, and with nothing that leads elsewhere: no provider, no register.
  public Services on(Aws aws) {
    return of(settings, aws, clock, NumberRegistry.NONE, Secrets.ofEnvironment(Map.of()));
  }

  private static Services of(
      Settings settings, Aws aws, InstantSource wall, NumberRegistry registry, Secrets secrets) {
    // Milliseconds are what is stored: a time read back equals the one written.
    InstantSource clock = () -> wall.instant().truncatedTo(ChronoUnit.MILLIS);
    var ids = new Ids(clock, new SecureRandom());
    var stores = Stores.of(settings, aws, ids, new Retention(settings.retention(), clock));
    var bus = new Bus(aws.bus(), settings.bus());
    var planQueue = new PlanQueue(queue(aws, settings, settings.queues().plans()));
    var sends = new SendQueue(queue(aws, settings, settings.queues().sends()));
    var reports = new ReportQueue(queue(aws, settings, settings.queues().reports()));
    var plans = new Plans(stores.executions(), stores.slices(), planQueue);
    var signals = new Signals(stores.campaigns(), new Tokens(aws.workflows()));
    var purposes =
        new Jobs(
            List.of(
                new ExecutionPurposes(
                    stores.executions(),
                    plans,
                    stores.owners(),
                    new Overview(stores.executions(), stores.decisions(), stores.ledger()),
                    stores.decisions(),
                    bus,
                    clock),
                new CampaignPurposes(
                    stores.campaigns(), signals, stores.owners(), settings.bidPageUrl(), clock)));
    var outbox =
        new Outbox(
            new Table(aws.dynamo(), settings.tables().outbox()),
            reports,
            Scenario.of(settings.outboxScenario()),
            clock,
            () -> ids.purpose().value());
    return new Services(
        settings,
        aws,
        clock,
        ids,
        new Gate(Rules.shipped()),
        registry,
        stores.owners(),
        stores.contacts(),
        stores.ledger(),
        stores.openings(),
        stores.decisions(),
        stores.executions(),
        stores.slices(),
        stores.campaigns(),
        stores.directory(),
        signals,
        purposes,
        plans,
        planQueue,
        sends,
        reports,
        bus,
        outbox,
        new Vendors(secrets, settings.publicUrl(), outbox, clock),
        new Traffic(new Table(aws.dynamo(), settings.tables().sends()), stores.ledger(), clock),
        new Transitions(
            stores.ledger(), stores.contacts(), stores.openings(), purposes, sends, clock),
        new Once(new DynamoIdempotency(aws.dynamo(), settings.tables().outreach()), clock),
        stores.summaries(),
        stores.heard(),
        new Signatures(secrets::read, settings.publicUrl()));
  }

  private static SqsQueue queue(Aws aws, Settings settings, String url) {
    return new SqsQueue(aws.queues(), url, settings.messageGroups());
  }

  /// @throws IllegalStateException in a function that the template does not tell of the machine
  public Machine campaignMachine() {
    return new Machine(clients.workflows(), settings.campaignMachine().orElseThrow());
  }

  /// In whose name an owner's campaigns invite.
  ///
  /// @param url base of the links in invitations
  public House house(OwnerId owner, String url) {
    var decided = executions.settings(owner);
    return new House(decided.sender().company(), decided.policy(), url);
  }

  /// Whom campaigns can invite.
  public Crew crew() {
    return new DirectoryCrew(directory, contacts, gate, campaigns);
  }

  public Claims claims() {
    return new Claims(settings.ownerClaim(), settings.rolesClaim());
  }

  public Replies replies() {
    return new Replies(ledger, contacts, purposes, knownNumbers(), stoppedNumbers(), bus);
  }

  public Objections objections() {
    return new Objections(contacts, purposes);
  }

  public KnownNumbers knownNumbers() {
    return new KnownNumbers(owners, contacts);
  }

  public StoppedNumbers stoppedNumbers() {
    return new StoppedNumbers(contacts);
  }

  public Overview overview() {
    return new Overview(executions, decisions, ledger);
  }

  public Sweep sweep() {
    return new Sweep(ledger, openings, purposes, sendQueue, clock);
  }
}
