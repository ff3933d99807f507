package dev.switchboard.local.template;

import dev.switchboard.local.template.Template.StateMachine;
import java.util.Set;

/// Reads state machines; their definitions are read by the package `machine`.
final class StateMachineReader {

  private static final Set<String> USED =
      Set.of("DefinitionSubstitutions", "DefinitionUri", "Name", "Type");

  private static final Set<String> PASSED_BY =
      Set.of(
          "AutoPublishAlias",
          "DeploymentPreference",
          "Logging",
          "PermissionsBoundary",
          "Policies",
          "PropagateTags",
          "Role",
          "RolePath",
          "Tags",
          "Tracing",
          "UseAliasAsEventTarget");

  private StateMachineReader() {}

  static StateMachine machine(String name, Section properties) {
    properties.knowing(USED, PASSED_BY);
    if (!properties.text("Type").orElse("STANDARD").equals("STANDARD"))
      throw properties.problem("Type", "only standard state machines are executed: remove Type");
    var template = properties.problems().file().toAbsolutePath();
    return new StateMachine(
        name,
        template.resolveSibling(properties.neededText("DefinitionUri")).normalize(),
        properties.variables("DefinitionSubstitutions"));
  }
}
