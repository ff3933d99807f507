package dev.switchboard.local.conventions;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// One name per function: in its class, the template and its sample event.
class NamesTest {

  private static final Template TEMPLATE = Template.ours();

  static Set<String> functions() {
    return TEMPLATE.functions().keySet();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void handler_is_a_class_of_the_functions_name(String id) {
    var handler = handler(id);

    assertEquals(id, handler.substring(handler.lastIndexOf('.') + 1));
    assertTrue(handler.startsWith("dev.switchboard.functions."), handler);
    assertFalse(
        id.matches(".*(Function|Handler|Lambda)"), id + " says what it is, not what it does");
  }

  @ParameterizedTest
  @MethodSource("functions")
  void handler_can_be_made_by_lambda(String id) {
    var type =
        assertDoesNotThrow(
            () -> Class.forName(handler(id), false, NamesTest.class.getClassLoader()));

    assertDoesNotThrow(() -> type.getConstructor());
    assertTrue(RequestStreamHandler.class.isAssignableFrom(type), type.getName());
  }

  @ParameterizedTest
  @MethodSource("functions")
  void description_is_the_first_line_of_the_class_comment(String id) {
    var source = source(handler(id));

    assertEquals(comment(Repository.read(source)), TEMPLATE.setting(id, "Description").text());
  }

  /// See `docs/decisions/0011-an-event-only-hastens.md`: a bus may lose what it was given.
  @ParameterizedTest
  @MethodSource("dev.switchboard.local.conventions.EventsTest#busFunctions")
  void function_behind_the_bus_is_not_needed(String id) {
    var source = Repository.read(source(handler(id)));

    assertTrue(source.contains("/// Safe to run twice or never"), id);
  }

  @Test
  void every_function_has_one_sample_event_and_every_sample_a_function() {
    var samples =
        Repository.files("events", ".json").stream()
            .map(path -> path.replaceAll("events/|\\.json", ""))
            .collect(Collectors.toCollection(TreeSet::new));
    var functions =
        functions().stream().map(NamesTest::kebab).collect(Collectors.toCollection(TreeSet::new));

    assertEquals(functions, samples);
  }

  @Test
  void no_class_is_a_function_that_the_template_does_not_know() {
    var handlers = functions().stream().map(NamesTest::handler).collect(Collectors.toSet());

    var unknown =
        Repository.files("functions/src/main/java", ".java").stream()
            .filter(
                path -> Repository.read(path).matches("(?s).* extends (Handler<|Endpoint\\b).*"))
            .map(path -> path.replaceAll("functions/src/main/java/|\\.java", "").replace('/', '.'))
            .filter(name -> !handlers.contains(name))
            .filter(name -> !Repository.read(source(name)).contains("abstract class"))
            .toList();

    assertEquals(List.of(), unknown);
  }

  static String handler(String id) {
    return TEMPLATE.setting(id, "Handler").text();
  }

  static String kebab(String id) {
    return id.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  private static String source(String className) {
    return "functions/src/main/java/" + className.replace('.', '/') + ".java";
  }

  /// The first line of the first doc comment.
  private static String comment(String source) {
    return source
        .lines()
        .filter(line -> line.startsWith("/// "))
        .findFirst()
        .map(line -> line.substring("/// ".length()))
        .orElse("");
  }
}
