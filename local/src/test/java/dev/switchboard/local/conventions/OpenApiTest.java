package dev.switchboard.local.conventions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The contract says what the template deploys, and says it whole.
class OpenApiTest {

  private static final Yaml API = OpenApi.ALL;
  private static final Set<String> ROLES =
      Set.of("user", "creator", "operator", "manager", "admin", "agent");
  private static final Set<String> OTHERS_SPELLING = Set.of("hasWhatsApp", "List-Unsubscribe");

  @Test
  void paths_are_the_routes_of_the_template() {
    assertEquals(
        sorted(Template.ours().routes().map(Template.Route::key)),
        sorted(OpenApi.operations().map(OpenApi.Operation::route)));
  }

  @Test
  void open_operations_are_the_open_routes_of_the_template() {
    assertEquals(
        sorted(Template.ours().routes().filter(Template.Route::open).map(Template.Route::key)),
        sorted(OpenApi.operations().filter(OpenApi.Operation::open).map(OpenApi.Operation::route)));
  }

  @Test
  void every_operation_behind_a_token_names_known_roles_and_no_open_one_does() {
    assertEquals(
        List.of(),
        OpenApi.operations()
            .filter(operation -> {
              var roles = operation.roles();
              return operation.open() != roles.isEmpty() || !ROLES.containsAll(roles);
            })
            .toList());
  }

  @Test
  void every_operation_behind_a_token_tells_who_is_turned_away() {
    assertEquals(
        List.of(),
        OpenApi.operations()
            .filter(operation -> !operation.open())
            .filter(operation ->
                !operation
                    .yaml()
                    .at("responses")
                    .fields()
                    .keySet()
                    .containsAll(Set.of("401", "403", "429")))
            .toList());
  }

  @Test
  void every_post_behind_a_token_takes_an_idempotency_key() {
    assertEquals(
        List.of(),
        OpenApi.operations()
            .filter(operation -> !operation.open() && operation.route().startsWith("POST "))
            .filter(operation -> !operation.yaml().toString().contains("IdempotencyKey"))
            .toList());
  }

  @Test
  void every_operation_has_a_name_of_its_own_and_a_summary() {
    var names = OpenApi.operations().map(o -> o.yaml().at("operationId").text()).toList();

    assertEquals(sorted(names.stream().distinct()), sorted(names.stream()));
    assertEquals(
        List.of(),
        OpenApi.operations().filter(o -> o.yaml().at("summary").text().isBlank()).toList());
  }

  @Test
  void every_reference_leads_somewhere() {
    assertEquals(
        List.of(),
        values(API, "$ref")
            .map(Yaml::text)
            .filter(ref -> API.at(ref.substring(2).split("/")).absent())
            .toList());
  }

  @Test
  void every_component_is_used() {
    var used = values(API, "$ref").map(Yaml::text).toList();

    var unused = new ArrayList<String>();
    API.at("components")
        .fields()
        .forEach((kind, all) ->
            all.fields().keySet().stream()
                .filter(_ -> !kind.equals("securitySchemes"))
                .map(name -> "#/components/" + kind + "/" + name)
                .filter(ref -> !used.contains(ref))
                .forEach(unused::add));

    assertEquals(List.of(), unused);
  }

  @Test
  void fields_are_written_in_snake_case() {
    assertEquals(
        List.of(),
        values(API, "properties")
            .flatMap(properties -> properties.fields().keySet().stream())
            .filter(name -> !name.matches("[a-z][a-z0-9_]*") && !OTHERS_SPELLING.contains(name))
            .toList());
  }

  @Test
  void objects_that_come_in_say_that_unknown_fields_are_errors() {
    assertEquals(
        List.of(),
        OpenApi.operations()
            .map(operation -> operation.yaml().at("requestBody"))
            .flatMap(body -> values(body, "$ref"))
            .map(Yaml::text)
            .distinct()
            .map(ref -> API.at(ref.substring(2).split("/")))
            .filter(schema -> schema.at("type").text().equals("object"))
            .filter(schema -> !schema.at("additionalProperties").text().equals("false"))
            .toList());
  }

  @Test
  void every_object_says_what_else_may_be_in_it() {
    assertEquals(
        List.of(),
        API.at("components", "schemas").fields().entrySet().stream()
            .filter(schema -> schema.getValue().at("type").text().equals("object"))
            .filter(schema -> schema.getValue().at("additionalProperties").absent())
            .map(schema -> schema.getKey())
            .toList());
  }

  private static List<String> sorted(Stream<String> texts) {
    return texts.sorted().toList();
  }

  /// The values of every field of that name, at any depth.
  private static Stream<Yaml> values(Yaml in, String name) {
    var deeper =
        in.value() instanceof List<?>
            ? in.items().stream()
            : in.fields().entrySet().stream().map(entry -> entry.getValue());
    var here = in.at(name);
    return Stream.concat(
        here.absent() ? Stream.of() : Stream.of(here), deeper.flatMap(one -> values(one, name)));
  }
}
