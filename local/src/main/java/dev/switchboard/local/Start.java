package dev.switchboard.local;

import dev.switchboard.functions.providers.setup.ProviderSettings;
import dev.switchboard.functions.providers.setup.Setup;
import dev.switchboard.local.bus.Bus;
import dev.switchboard.local.bus.Schedules;
import dev.switchboard.local.clock.ClockMoves;
import dev.switchboard.local.clock.Time;
import dev.switchboard.local.dev.DevPages;
import dev.switchboard.local.dev.ExecutionPages;
import dev.switchboard.local.function.Functions;
import dev.switchboard.local.http.EngineProtocol;
import dev.switchboard.local.http.Gateway;
import dev.switchboard.local.http.Pages;
import dev.switchboard.local.http.Server;
import dev.switchboard.local.issuer.Issuer;
import dev.switchboard.local.issuer.LoginPages;
import dev.switchboard.local.issuer.TokenCheck;
import dev.switchboard.local.machine.Definitions;
import dev.switchboard.local.machine.Machines;
import dev.switchboard.local.machine.store.ExecutionStore;
import dev.switchboard.local.queue.Poller;
import dev.switchboard.local.queue.Queues;
import dev.switchboard.local.state.StartFailure;
import dev.switchboard.local.state.StateFolder;
import dev.switchboard.local.template.Template;
import dev.switchboard.local.template.TemplateReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Puts the parts together: the wiring of the runtime, in the order in which they need each other.
final class Start {

  private final RuntimeOptions options;
  private final Opened opened;
  private final Optional<StateFolder> state;
  private final Server server;
  private final String url;
  private final Template template;
  private final Time time;
  private final Engines engines;
  private final Issuer issuer;

  Start(RuntimeOptions options, Opened opened) {
    this.options = options;
    this.opened = opened;
    this.state = options.state().map(folder -> opened.add(StateFolder.open(folder)));
    this.server = opened.add(Server.bind(options.port(), options.log()));
    this.url = "http://127.0.0.1:" + server.port();
    this.template = TemplateReader.read(options.template(), options.parameters(), url);
    this.time = opened.add(Time.start(state, options.freshTime()));
    this.engines = opened.add(Engines.start(state, time.clock(), time.due(), url));
    engines.make(template);
    refuseHalf();
    this.issuer = Issuer.of(engines.key(), url, claimNames());
  }

  /// Nothing leaves by half a set-up, and nothing real by a clock that is not.
  private void refuseHalf() {
    var providers = providers();
    if (!providers.problems().isEmpty())
      throw new StartFailure(new Setup.Half<>(providers.problems()).diagnosis().line());
    if (providers.real() && !time.clock().offset().isZero())
      throw new StartFailure(
          "A provider is set up, and the clock of this folder is not real time: start on a fresh"
              + " --state.");
  }

  private ProviderSettings providers() {
    return ProviderSettings.of(overrides(), Optional.of(url));
  }

  EmbeddedRuntime runtime() {
    var bus = new Bus(template, new Bus.Surroundings(engines.queues(), time, options.log()));
    var machines = machines();
    var protocols = Protocols.of(engines, bus, machines);
    var aws = protocols.aws(engines, opened);
    var functions =
        Functions.make(
            template.functions(),
            overrides(),
            new Functions.Making(options.maker(), aws, time.clock()),
            options.log());
    bus.open(functions);
    machines.open(protocols.actions(engines, functions, machines));
    var schedules = new Schedules(template, time);
    var pollers = pollers(functions);
    var moves =
        new ClockMoves(
            time, schedules.all(), new QueueSurroundings(time, engines.queues(), pollers));
    opened.add(Purge.start(List.of(this::purge, machines::forget), time.clock(), options.log()));
    server.serve(pages(functions, moves, protocols, machines, bus));
    schedules.start(functions);
    state.ifPresent(folder -> folder.write(EmbeddedRuntime.URL_FILE, url));
    return new EmbeddedRuntime(
        new EmbeddedRuntime.Parts(
            url, template, time, moves, functions, issuer, aws, engines.queues(), providers()),
        opened);
  }

  private void purge(Instant now) {
    engines.tables().purge(template.tables(), now);
  }

  private Machines machines() {
    var definitions = Definitions.read(template.machines(), time.clock().instant(), options.log());
    var store = ExecutionStore.open(state.map(StateFolder::path));
    return opened.add(new Machines(definitions, store, time, options.log()));
  }

  private Issuer.ClaimNames claimNames() {
    var common = new HashMap<String, String>();
    template.functions().forEach(function -> common.putAll(function.environment()));
    common.putAll(options.environment());
    return new Issuer.ClaimNames(
        common.getOrDefault("OWNER_CLAIM", "owner"), common.getOrDefault("ROLES_CLAIM", "roles"));
  }

  private Map<String, String> overrides() {
    var overrides = new HashMap<>(options.environment());
    overrides.replaceAll((_, value) -> value.replace("${url}", url));
    return overrides;
  }

  private List<Poller> pollers(Functions functions) {
    var around =
        new Poller.Surroundings(engines.queues(), functions, time.activity(), options.log());
    var pollers = new ArrayList<Poller>();
    for (var function : template.functions()) {
      for (var trigger : function.triggers()) {
        if (trigger instanceof Template.FromQueue mapping) {
          if (template.queues().stream().noneMatch(each -> each.name().equals(mapping.queue()))) {
            throw new StartFailure(
                "The function %s reads the queue %s, which is not in the template: add it."
                    .formatted(function.name(), mapping.queue()));
          }
          pollers.add(opened.add(Poller.start(function.name(), mapping, around)));
        }
      }
    }
    return pollers;
  }

  private List<Pages> pages(
      Functions functions, ClockMoves moves, Protocols protocols, Machines machines, Bus bus) {
    var dev =
        new DevPages.Surroundings(
            template,
            engines.tables().client(),
            engines.queues(),
            bus,
            time.clock(),
            moves,
            issuer,
            url,
            providers().real());
    var gateway =
        new Gateway.Surroundings(functions, new TokenCheck(issuer), time.activity(), time.clock());
    return List.of(
        new EngineProtocol(
            protocols.tables(), engines.queues(), protocols.bus(), protocols.machines()),
        new ExecutionPages(machines),
        new DevPages(dev),
        new LoginPages(issuer),
        new Gateway(template, gateway));
  }

  private record QueueSurroundings(Time time, Queues queues, List<Poller> pollers)
      implements ClockMoves.Surroundings {
    @Override
    public Optional<Instant> nextDue(Instant now) {
      return time.due().next(now);
    }

    @Override
    public void moved() {
      queues.look();
    }

    @Override
    public void hurry(boolean on) {
      queues.hurry(on);
    }

    @Override
    public boolean drained() {
      return pollers.stream().noneMatch(poller -> queues.depth(poller.queue()).visible() > 0);
    }
  }
}
