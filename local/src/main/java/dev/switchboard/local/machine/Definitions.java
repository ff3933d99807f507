package dev.switchboard.local.machine;

import dev.switchboard.local.machine.definition.Finding;
import dev.switchboard.local.machine.definition.MachineReader;
import dev.switchboard.local.machine.definition.Source;
import dev.switchboard.local.machine.expression.Values;
import dev.switchboard.local.machine.lint.Linter;
import dev.switchboard.local.state.StartFailure;
import dev.switchboard.local.template.Template;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/// Reads the definitions that a template names.
public final class Definitions {
  private Definitions() {}

  /// @param now from when on they are there
  /// @param log takes what the linter advises
  /// @throws StartFailure with what is wrong in a file
  public static List<Definition> read(
      List<Template.StateMachine> machines, Instant now, Consumer<String> log) {
    return machines.stream().map(each -> read(each, now, log)).toList();
  }

  private static Definition read(
      Template.StateMachine template, Instant now, Consumer<String> log) {
    var source = Source.read(template.definition());
    var findings = Linter.findings(source, template.substitutions());
    if (findings.stream().anyMatch(Definitions::refuses)) throw refused(source, findings);
    findings.forEach(finding -> log.accept(source.line(finding)));
    var definition = source.substituted(template.substitutions());
    var machine = MachineReader.read(definition).machine().orElseThrow();
    var text = Values.text(definition);
    return new Definition(Arns.machine(template.name()), key(text), text, machine, now);
  }

  private static boolean refuses(Finding finding) {
    return finding.weight() == Finding.Weight.ERROR;
  }

  /// The same text has the same key, so that an execution keeps the one it began with.
  private static String key(String text) {
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static StartFailure refused(Source source, List<Finding> findings) {
    var errors = findings.stream().filter(each -> each.weight() == Finding.Weight.ERROR).toList();
    var more =
        errors.size() == 1 ? "" : " The command lint shows %d more.".formatted(errors.size() - 1);
    return new StartFailure(source.line(errors.getFirst()) + more);
  }
}
