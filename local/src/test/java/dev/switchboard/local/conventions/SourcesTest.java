package dev.switchboard.local.conventions;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the style guide says of source files, as far as it can be read from their text.
class SourcesTest {

  private static final int MOST_LINES = 300;

  private static final int MOST_COLUMNS_OF_A_COMMENT = 100;

  /// What `core` must be told instead of asking for.
  private static final Pattern IMPURE =
      Pattern.compile(
          "System\\.(getenv|currentTimeMillis|nanoTime|out|err|getProperty)|Instant\\.now\\("
              + "|(LocalDate|LocalDateTime|ZonedDateTime|OffsetDateTime)\\.now\\(|Math\\.random"
              + "|new Random\\(|ThreadLocalRandom|SecureRandom|UUID\\.randomUUID|Thread\\.sleep"
              + "|import java\\.(net|nio\\.file|io\\.File)");

  private static final Pattern EMPTY_NAME =
      Pattern.compile(".+(Impl|Manager|Helper|Helpers|Util|Utils|Dto|Bean|Factory)\\.java");

  private static final Pattern KIND_OF_PACKAGE =
      Pattern.compile(".*/(util|utils|impl|model|models|service|services|dto|common|misc)/.*");

  /// Annotations, their continued lines, and plain comments stand between a comment and its type.
  private static final Pattern PART_OF_A_HEAD = Pattern.compile("^(@|// | )");

  private static final Pattern PUBLIC_TYPE =
      Pattern.compile(
          "^public (static |final |abstract |sealed |non-sealed )*(class|record|interface|enum) ");

  private static final Pattern NOTE = Pattern.compile("\\b(TODO|FIXME|XXX|HACK)\\b");

  /// Lines that say where the author's machine keeps things.
  private static final Pattern MACHINE = Pattern.compile("(?<![\\w.])/(root|home|Users|work)/");

  @Test
  void no_file_is_longer_than_300_lines() {
    assertEquals(
        List.of(),
        Repository.sources("").stream()
            .filter(path -> Repository.read(path).lines().count() > MOST_LINES)
            .toList());
  }

  @Test
  void every_package_says_what_it_is_for() {
    assertEquals(
        List.of(),
        Repository.sources("main/java").stream()
            .map(path -> Path.of(path).getParent().toString())
            .distinct()
            .filter(folder -> !Repository.has(folder + "/package-info.java"))
            .toList());
  }

  @Test
  void core_asks_nobody() {
    assertEquals(List.of(), lines("core/src/main", IMPURE.asPredicate()));
  }

  @Test
  void core_depends_on_nothing_but_tests() {
    var dependencies = Repository.read("core/pom.xml").split("<dependency>");

    for (var dependency : Stream.of(dependencies).skip(1).toList())
      assertTrue(dependency.contains("<scope>test</scope>"), dependency);
  }

  @Test
  void the_environment_is_read_in_one_place_of_a_process() {
    for (var module : List.of("functions", "local"))
      assertTrue(
          Repository.files(module + "/src/main", ".java").stream()
                  .filter(path -> Repository.read(path).contains("System.getenv"))
                  .count()
              <= 1,
          module + " reads the environment in more than one file");
  }

  @Test
  void names_say_something() {
    assertEquals(
        List.of(),
        Repository.sources("").stream()
            .filter(path ->
                EMPTY_NAME.matcher(path).matches() || KIND_OF_PACKAGE.matcher(path).matches())
            .toList());
  }

  @Test
  void every_public_type_is_explained() {
    assertEquals(
        List.of(),
        Repository.sources("main/java").stream().filter(SourcesTest::unexplained).toList());
  }

  @Test
  void comments_fit_their_width() {
    assertEquals(List.of(), lines("", SourcesTest::wide));
  }

  @Test
  void nothing_is_left_to_be_done() {
    assertEquals(List.of(), lines("", NOTE.asPredicate().and(line -> !line.contains("\\b("))));
  }

  @Test
  void no_file_knows_the_machine_it_was_written_on() {
    assertEquals(
        List.of(), lines("", MACHINE.asPredicate().and(line -> !line.contains("compile("))));
  }

  /// Whether a line is a comment that the formatter would break; rows of tables cannot be shorter.
  private static boolean wide(String line) {
    var comment = line.strip();
    return line.length() > MOST_COLUMNS_OF_A_COMMENT
        && comment.startsWith("///")
        && !comment.startsWith("/// |");
  }

  private static boolean unexplained(String path) {
    var above = "";
    for (var line : Repository.read(path).lines().toList()) {
      if (PUBLIC_TYPE.matcher(line).find() && !above.startsWith("///")) return true;
      if (!PART_OF_A_HEAD.matcher(line).find()) above = line;
    }
    return false;
  }

  /// The lines of that part of the sources which match, each with its place.
  private static List<String> lines(String below, Predicate<String> matches) {
    return Repository.sources("").stream()
        .filter(path -> path.startsWith(below))
        .filter(path -> Repository.read(path).lines().anyMatch(matches))
        .map(path ->
            path + Repository.read(path).lines().filter(matches).collect(joining("\n", "\n", "")))
        .toList();
  }
}
