package dev.switchboard.local.command;

import dev.switchboard.functions.providers.setup.ProviderSettings;
import dev.switchboard.functions.webhooks.Signatures;
import java.util.LinkedHashMap;
import java.util.Map;

/// What the process is told of providers: how they are set up, and where they reach this machine.
final class ProviderVariables {

  private ProviderVariables() {}

  /// @param given on the command line, which wins; others than the providers' are kept
  static Map<String, String> with(Map<String, String> given) {
    var variables = new LinkedHashMap<>(System.getenv());
    variables
        .keySet()
        .removeIf(name ->
            !ProviderSettings.NAMES.contains(name)
                && !Signatures.NAMES.contains(name)
                && !name.equals("PUBLIC_URL"));
    variables.putAll(given);
    return variables;
  }
}
