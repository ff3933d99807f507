package dev.switchboard.local;

import dev.switchboard.functions.Aws;
import dev.switchboard.functions.providers.setup.ProviderSettings;
import dev.switchboard.local.clock.ClockMoves;
import dev.switchboard.local.clock.Time;
import dev.switchboard.local.function.Functions;
import dev.switchboard.local.function.Invocation;
import dev.switchboard.local.issuer.Issuer;
import dev.switchboard.local.issuer.Person;
import dev.switchboard.local.queue.Queues;
import dev.switchboard.local.template.Template;
import java.time.Duration;
import java.time.InstantSource;

/// A template brought to life in this process.
///
///     var options = RuntimeOptions.inMemory(Path.of("template.yaml"));
///     try (var runtime = EmbeddedRuntime.start(options)) {
///       runtime.url();
///       runtime.token("manager");
///       runtime.moves().advance(Duration.ofMinutes(90));
///       runtime.settle();
///     }
public final class EmbeddedRuntime implements AutoCloseable {

  /// Where the address of the running instance is kept in the state folder.
  public static final String URL_FILE = "url";

  private static final Duration LAST_WORDS = Duration.ofSeconds(2);

  /// What a running instance consists of.
  record Parts(
      String url,
      Template template,
      Time time,
      ClockMoves moves,
      Functions functions,
      Issuer issuer,
      Aws aws,
      Queues queues,
      ProviderSettings providers) {}

  private final Parts parts;
  private final Opened opened;

  EmbeddedRuntime(Parts parts, Opened opened) {
    this.parts = parts;
    this.opened = opened;
  }

  /// Starts everything; when this returns, requests are answered.
  ///
  /// @throws dev.switchboard.local.state.StartFailure saying what to do; nothing is left running
  public static EmbeddedRuntime start(RuntimeOptions options) {
    var opened = new Opened(options.log());
    try {
      return new Start(options, opened).runtime();
    } catch (RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  /// Where the API answers, without a slash at its end.
  public String url() {
    return parts.url();
  }

  public Template template() {
    return parts.template();
  }

  /// A token of a ready-made person.
  ///
  /// @throws IllegalArgumentException when there is none of that id
  public String token(String person) {
    return issuer()
        .token(
            Person.named(person)
                .orElseThrow(() -> new IllegalArgumentException("there is no person " + person)));
  }

  public Issuer issuer() {
    return parts.issuer();
  }

  /// The clock that everything follows.
  public InstantSource clock() {
    return parts.time().clock();
  }

  /// Moves the clock.
  public ClockMoves moves() {
    return parts.moves();
  }

  /// Waits until no function runs and no message waits that could be taken now.
  ///
  /// @return false when there still was something after 15 s
  public boolean settle() {
    return parts.moves().settle();
  }

  /// How the vendors are set up.
  public ProviderSettings providers() {
    return parts.providers();
  }

  /// The clients that the functions have.
  public Aws aws() {
    return parts.aws();
  }

  /// Calls a function by its name, as anything that invokes it would.
  public Invocation call(String function, byte[] event) {
    return parts.functions().call(function, event);
  }

  public Queues.Depth depth(String queue) {
    return parts.queues().depth(queue);
  }

  /// Lets what is under way finish, for two seconds at most, and stops everything.
  @Override
  public void close() {
    parts.time().activity().awaitIdle(LAST_WORDS);
    opened.close();
  }
}
