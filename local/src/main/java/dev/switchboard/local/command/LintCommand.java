package dev.switchboard.local.command;

import dev.switchboard.local.RuntimeOptions;
import dev.switchboard.local.machine.definition.Finding;
import dev.switchboard.local.machine.definition.Source;
import dev.switchboard.local.machine.lint.Linter;
import dev.switchboard.local.template.TemplateReader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Looks the template's state machines over.
@Command(
    name = "lint",
    description = {
      "Tells what is wrong with the template's state machines.",
      "What keeps one from running is an error, what is likely to go wrong is advice. Runs"
          + " nothing, and needs nothing to run."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:Nothing keeps a machine from running.", "1:Something does."})
final class LintCommand implements Callable<Integer> {

  @Option(
      names = "--template",
      defaultValue = "template.yaml",
      description = "The SAM template. Default: ${DEFAULT-VALUE}")
  private Path template = Path.of("template.yaml");

  @Option(
      names = "--parameter",
      paramLabel = "NAME=VALUE",
      description = "A template parameter in place of its default.")
  private Map<String, String> parameters = new LinkedHashMap<>();

  @Override
  public Integer call() {
    var url = "http://127.0.0.1:" + RuntimeOptions.DEFAULT_PORT;
    var machines = TemplateReader.read(template, parameters, url).machines();
    var errors = 0;
    var advice = 0;
    for (var machine : machines) {
      var source = Source.read(machine.definition());
      for (var finding : Linter.findings(source, machine.substitutions())) {
        System.out.println(source.line(finding));
        if (finding.weight() == Finding.Weight.ERROR) errors++;
        else advice++;
      }
    }
    System.out.println(
        "State machines: %d, errors: %d, advice: %d.".formatted(machines.size(), errors, advice));
    return errors > 0 ? 1 : 0;
  }
}
