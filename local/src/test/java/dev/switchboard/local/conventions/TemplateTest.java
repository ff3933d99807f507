package dev.switchboard.local.conventions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TemplateTest {

  private static final String FIXTURES = "local/src/test/resources/conventions";

  static List<Rule> rules() {
    return Rule.all();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void template_keeps(Rule rule) {
    assertEquals(List.of(), rule.breaches().apply(Template.ours()).toList());
  }

  @ParameterizedTest
  @MethodSource("rules")
  void fixture_breaks_its_rule_and_no_other(Rule rule) {
    var fixture = Template.of(Repository.read(FIXTURES + "/" + rule.name() + ".yaml"));

    var broken =
        Rule.all().stream()
            .filter(other -> other.breaches().apply(fixture).findAny().isPresent())
            .map(Rule::name)
            .toList();

    assertEquals(List.of(rule.name()), broken);
  }

  @Test
  void every_listed_route_is_open_in_the_template() {
    var open =
        Template.ours()
            .routes()
            .filter(Template.Route::open)
            .map(Template.Route::key)
            .collect(Collectors.toSet());

    assertEquals(ApiRules.OPEN, open);
  }
}
