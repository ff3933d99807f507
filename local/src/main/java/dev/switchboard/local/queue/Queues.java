package dev.switchboard.local.queue;

import com.typesafe.config.ConfigFactory;
import dev.switchboard.local.clock.DueTimes;
import dev.switchboard.local.template.Template;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import org.apache.pekko.pattern.Patterns;
import org.elasticmq.NodeAddress;
import org.elasticmq.QueueStatistics;
import org.elasticmq.StrictSQSLimits$;
import org.elasticmq.actor.QueueManagerActor;
import org.elasticmq.msg.GetQueueStatistics;
import org.elasticmq.msg.LookupQueue;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.elasticmq.util.NowProvider;
import scala.Option;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/// The template's queues on an engine in process.
public final class Queues implements AutoCloseable {

  /// How many messages a queue holds.
  ///
  /// @param visible can be received now
  /// @param hidden received and not yet deleted
  /// @param delayed not yet to be received
  public record Depth(long visible, long hidden, long delayed) {
    /// All it holds.
    public long all() {
      return visible + hidden + delayed;
    }
  }

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ActorSystem actors;
  private final ActorRef manager;
  private final SQSRestServer server;
  private final int port;
  private final SqsClient client;
  private final String url;
  private final Map<String, Template.Queue> queues = new ConcurrentHashMap<>();
  private final Arrivals arrivals = new Arrivals();
  private final DueTimes due;
  private final InstantSource clock;
  private final Optional<Journal> journal;

  private Queues(Optional<Path> folder, InstantSource clock, DueTimes due, URI url) {
    this.journal = folder.map(Journal::open);
    this.clock = clock;
    this.due = due;
    this.url = url.toString();
    this.actors = ActorSystem.create("queues", quiet());
    this.manager = manager();
    this.server = server(actors, manager, url);
    this.port = server.waitUntilStarted().localAddress().getPort();
    this.client = client();
  }

  /// @param folder where messages outlive the process; absent: in memory
  /// @param clock that visibility and delays follow
  /// @param due is told when hidden messages show themselves
  /// @param url under which queue addresses are handed out
  public static Queues start(Optional<Path> folder, InstantSource clock, DueTimes due, URI url) {
    return new Queues(folder, clock, due, url);
  }

  private static com.typesafe.config.Config quiet() {
    return ConfigFactory.parseString(
            """
            pekko.loglevel = OFF
            pekko.stdout-loglevel = OFF
            pekko.log-dead-letters = off
            pekko.daemonic = on
            pekko.jvm-shutdown-hooks = off
            pekko.coordinated-shutdown.run-by-jvm-shutdown-hook = off
            pekko.scheduler.tick-duration = 50ms
            pekko.actor.default-dispatcher.fork-join-executor.parallelism-max = 4
            """)
        .withFallback(ConfigFactory.load(Queues.class.getClassLoader()));
  }

  private ActorRef manager() {
    var now =
        new NowProvider() {
          @Override
          public long nowMillis() {
            return clock.millis();
          }
        };
    var manager =
        actors.actorOf(
            Props.create(
                QueueManagerActor.class,
                () -> new QueueManagerActor(now, StrictSQSLimits$.MODULE$, Option.empty())));
    return actors.actorOf(ManagerOnClock.props(manager, clock, this::delay, journal));
  }

  private Duration delay(String queue) {
    return Optional.ofNullable(queues.get(queue)).map(Template.Queue::delay).orElse(Duration.ZERO);
  }

  private static SQSRestServer server(ActorSystem actors, ActorRef manager, URI url) {
    return SQSRestServerBuilder.withActorSystem(actors)
        .withQueueManagerActor(manager)
        .withInterface("127.0.0.1")
        .withDynamicPort()
        .withAWSRegion("us-east-1")
        .withAWSAccountId("000000000000")
        .withServerAddress(new NodeAddress(url.getScheme(), url.getHost(), url.getPort(), ""))
        .start();
  }

  private SqsClient client() {
    var watch = new QueueWatch(queues, arrivals, due, clock);
    return SqsClient.builder()
        .endpointOverride(URI.create("http://127.0.0.1:" + port))
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .overrideConfiguration(override -> override.addExecutionInterceptor(watch))
        .build();
  }

  /// Makes the queues, those that others redrive to first.
  public void make(List<Template.Queue> templates) {
    var ordered = new ArrayList<>(templates);
    ordered.sort(Comparator.comparing(queue -> queue.redrive().isPresent()));
    for (var queue : ordered) {
      client.createQueue(request -> request.queueName(queue.name()).attributes(attributes(queue)));
      queues.put(queue.name(), queue);
    }
    journal.ifPresent(
        kept -> new Leftovers(client, this::urlOf, clock.instant()).send(kept, queues));
  }

  private static Map<QueueAttributeName, String> attributes(Template.Queue queue) {
    var attributes = new HashMap<QueueAttributeName, String>();
    attributes.put(QueueAttributeName.VISIBILITY_TIMEOUT, seconds(queue.visibility()));
    attributes.put(QueueAttributeName.DELAY_SECONDS, seconds(queue.delay()));
    if (queue.fifo()) {
      attributes.put(QueueAttributeName.FIFO_QUEUE, "true");
      attributes.put(
          QueueAttributeName.CONTENT_BASED_DEDUPLICATION,
          Boolean.toString(queue.deduplicatesByContent()));
    }
    queue
        .redrive()
        .ifPresent(redrive ->
            attributes.put(
                QueueAttributeName.REDRIVE_POLICY,
                "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":\"%d\"}"
                    .formatted(arn(redrive.deadLetters()), redrive.maxReceives())));
    return attributes;
  }

  private static String seconds(Duration duration) {
    return Long.toString(duration.toSeconds());
  }

  static String arn(String name) {
    return "arn:aws:sqs:us-east-1:000000000000:" + name;
  }

  static String nameIn(String queueUrl) {
    return queueUrl.substring(queueUrl.lastIndexOf('/') + 1);
  }

  /// What functions send with.
  public SqsClient sqs() {
    return client;
  }

  /// The engine's own loopback port.
  public int port() {
    return port;
  }

  public String urlOf(String name) {
    return "%s/000000000000/%s".formatted(url, name);
  }

  public Depth depth(String name) {
    var queue = (Option<?>) asked(manager, new LookupQueue(name));
    var now = new GetQueueStatistics(clock.millis());
    var statistics = (QueueStatistics) asked((ActorRef) queue.get(), now);
    return new Depth(
        statistics.approximateNumberOfVisibleMessages(),
        statistics.approximateNumberOfInvisibleMessages(),
        statistics.approximateNumberOfMessagesDelayed());
  }

  /// The engine itself, without HTTP: every step of the clock asks several times.
  private static Object asked(ActorRef actor, Object question) {
    return Patterns.ask(actor, question, PATIENCE).toCompletableFuture().join();
  }

  /// Lets every poller look: time has passed, or somebody else may have sent.
  public void look() {
    arrivals.signalAll();
  }

  /// While hurried, pollers do not wait for their batches to fill.
  public void hurry(boolean on) {
    arrivals.hurry(on);
  }

  Arrivals arrivals() {
    return arrivals;
  }

  Template.Queue template(String name) {
    return queues.get(name);
  }

  /// When a message received now shows itself again unless it is deleted.
  void hiddenFromNow(String name) {
    due.add(clock.instant().plus(queues.get(name).visibility()));
  }

  @Override
  public void close() {
    client.close();
    server.stopAndWait();
    actors.terminate();
    journal.ifPresent(Journal::close);
  }
}
