package dev.switchboard.local.conventions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The documents tell what is there.
class DocumentsTest {

  private static final Pattern FENCE = Pattern.compile("(?ms)^```\\w*\\n(.*?)^```");
  private static final Pattern LINK = Pattern.compile("\\]\\((?!https?://|#)([^)#]+)");
  private static final Pattern SOURCE = Pattern.compile("[\\w/]+\\.(java|tsv)\\b");
  private static final Set<String> PHASES =
      Set.of("clean", "compile", "test-compile", "test", "package", "verify", "install");

  @Test
  void readme_names_the_two_commands() {
    var commands = mavenCommands(Repository.read("README.md"));

    assertTrue(commands.contains("mvn -q compile exec:exec@app"), commands.toString());
    assertTrue(commands.contains("mvn verify"), commands.toString());
  }

  @Test
  void every_maven_goal_in_a_document_exists() {
    var unknown =
        documents().stream()
            .flatMap(document -> mavenCommands(Repository.read(document)).stream())
            .flatMap(command -> goals(command).stream())
            .filter(goal -> !PHASES.contains(goal) && !runs(goal))
            .toList();

    assertEquals(List.of(), unknown);
  }

  @Test
  void every_link_in_a_document_leads_somewhere() {
    var broken = new ArrayList<String>();
    for (var document : documents()) {
      var folder = Path.of("/" + document).getParent();
      LINK.matcher(Repository.read(document))
          .results()
          .map(link -> link.group(1))
          .filter(link -> !Repository.has(folder.resolve(link).normalize().toString().substring(1)))
          .forEach(link -> broken.add(document + " -> " + link));
    }

    assertEquals(List.of(), broken);
  }

  @Test
  void every_source_file_that_a_guide_names_exists() {
    var sources =
        Stream.concat(
                Repository.sources("main/java").stream(),
                Repository.files("core/src/main", ".tsv").stream())
            .toList();

    assertEquals(
        List.of(),
        Repository.files("docs", ".md").stream()
            .flatMap(guide -> SOURCE.matcher(Repository.read(guide)).results())
            .map(name -> "/" + name.group())
            .filter(name -> sources.stream().noneMatch(source -> source.endsWith(name)))
            .toList());
  }

  @Test
  void every_folder_of_the_readme_map_exists() {
    var map = Pattern.compile("(?m)^\\| `([^`]+)` \\|").matcher(Repository.read("README.md"));

    assertEquals(
        List.of(),
        map.results().map(row -> row.group(1)).filter(path -> !Repository.has(path)).toList());
  }

  @Test
  void decisions_are_numbered_and_have_their_three_parts() {
    var decisions = Repository.files("docs/decisions", ".md");

    for (var i = 0; i < decisions.size(); i++) {
      var text = Repository.read(decisions.get(i));
      assertTrue(
          decisions.get(i).matches("docs/decisions/%04d-[a-z0-9-]+\\.md".formatted(i + 1)),
          decisions.get(i));
      for (var part : List.of("# ", "## Context", "## Decision", "## Consequences"))
        assertTrue(text.contains(part), decisions.get(i) + " lacks " + part);
    }
  }

  @Test
  void every_parameter_of_the_template_is_in_the_guide_to_deploying() {
    var guide = Repository.read("docs/deploy.md");

    assertEquals(
        List.of(),
        Template.ours().root().at("Parameters").fields().keySet().stream()
            .filter(name -> !guide.contains("`" + name + "`"))
            .toList());
  }

  @Test
  void every_alarm_of_the_template_is_in_the_guide_to_operating() {
    var guide = Repository.read("docs/operate.md");

    assertEquals(
        List.of(),
        Template.ours().properties("AWS::CloudWatch::Alarm").keySet().stream()
            .filter(name -> !guide.contains("`" + name + "`"))
            .toList());
  }

  @Test
  void ci_can_be_run() {
    assertTrue(Files.isExecutable(Repository.ROOT.resolve(".ci/run")));
  }

  /// Whether a goal is an execution that a module has.
  private static boolean runs(String goal) {
    var id = goal.replaceFirst("^exec:exec@", "");
    return !id.equals(goal)
        && Stream.of("core/pom.xml", "local/pom.xml")
            .anyMatch(module -> Repository.read(module).contains("<id>" + id + "</id>"));
  }

  private static List<String> documents() {
    return Stream.concat(
            Stream.of("README.md", "CHANGELOG.md"), Repository.files("docs", ".md").stream())
        .toList();
  }

  private static List<String> mavenCommands(String document) {
    return FENCE
        .matcher(document)
        .results()
        .flatMap(block -> block.group(1).lines())
        .map(line -> line.replaceFirst("^\\$ ", "").replaceFirst(" +#.*$", "").strip())
        .filter(line -> line.startsWith("mvn "))
        .toList();
  }

  /// What a Maven command is to do: its words without options and their values.
  private static List<String> goals(String command) {
    // What stands in quotes is an argument of the program, not of Maven.
    var own = command.replaceAll("=\"[^\"]*\"", "");
    return Stream.of(own.replaceAll(" -(pl|D\\S*|P\\S*)( (?=[^-])\\S+)?", "").split(" "))
        .skip(1)
        .filter(word -> !word.startsWith("-"))
        .toList();
  }
}
