package dev.switchboard.local.command;

import dev.switchboard.functions.providers.checkup.Diagnosis;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Says what works of the providers' set-up, what is missing and how to mend it.
@Command(
    name = "doctor",
    description = {
      "Asks each provider that is set up whether all is there.",
      "Reads the environment variables that start reads. Sends nothing, costs nothing, and needs"
          + " nothing to run."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:Nothing is missing, as far as it can be told.",
      "1:Something is missing, or a provider did not answer."
    })
final class DoctorCommand implements Callable<Integer> {

  @Option(
      names = "--env",
      paramLabel = "NAME=VALUE",
      description = "An environment variable in place of the process's own.")
  private Map<String, String> environment = new LinkedHashMap<>();

  @Override
  public Integer call() {
    var doctor = new Doctor(ProviderVariables.with(environment));
    var findings = doctor.findings();
    findings.forEach(finding -> System.out.println(finding.line()));
    var ill =
        findings.stream()
            .map(Doctor.Finding::diagnosis)
            .anyMatch(it -> it instanceof Diagnosis.Missing || it instanceof Diagnosis.NoAnswer);
    return ill ? 1 : 0;
  }
}
