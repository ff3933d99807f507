package dev.switchboard.local.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.switchboard.local.state.StartFailure;
import dev.switchboard.local.template.Template.FromBus;
import dev.switchboard.local.template.Template.FromQueue;
import dev.switchboard.local.template.Template.OnSchedule;
import dev.switchboard.local.template.Template.Queue;
import dev.switchboard.local.template.Template.Redrive;
import dev.switchboard.local.template.Template.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateReaderTest {

  private static final String URL = "http://127.0.0.1:1";

  private static final Template FIXTURE = fixture(Map.of());

  @TempDir private Path folder;

  private static Template fixture(Map<String, String> parameters) {
    return TemplateReader.read(Path.of("src/test/resources/fixture.yaml"), parameters, URL);
  }

  private static Template.Function function(String name) {
    return FIXTURE.functions().stream()
        .filter(each -> each.name().equals(name))
        .findAny()
        .orElseThrow();
  }

  @Test
  void triggers_are_read_with_the_api_s_default_authorizer() {
    assertEquals(
        List.of(
            new Route("ANY", "/open", Optional.empty(), List.of()),
            new Route("GET", "/things/{thing_id}", Optional.of("Jwt"), List.of()),
            new Route("GET", "/things/special", Optional.of("Jwt"), List.of()),
            new Route("GET", "/files/{path+}", Optional.empty(), List.of()),
            new Route("GET", "/scoped", Optional.of("Jwt"), List.of("rare"))),
        function("Echo").triggers());
    assertEquals(
        List.of(new FromQueue("WorkQueue", 10, Duration.ZERO, true, 2)),
        function("Work").triggers());
    assertEquals(
        List.of(
            new FromBus(
                "ListenNews",
                "news",
                "{\"source\":[\"fixture\"],\"detail-type\":[\"Good\",\"Bad\"],\"detail\":{\"count\":[{\"numeric\":[\">\",1]}]}}",
                1,
                Optional.of("DeadLetters"))),
        function("Listen").triggers());
    assertEquals(
        new OnSchedule(
            "TickMorning",
            "cron(0 9 ? * MON-FRI *)",
            "America/New_York",
            Optional.of("{\"kind\":\"morning\"}"),
            true),
        function("Tick").triggers().getLast());
  }

  @Test
  void queues_are_read_and_conditions_leave_some_out() {
    assertEquals(
        List.of(
            new Queue(
                "WorkQueue",
                false,
                false,
                Duration.ofSeconds(60),
                Duration.ZERO,
                Duration.ofDays(4),
                Optional.of(new Redrive("DeadLetters", 2))),
            new Queue(
                "DeadLetters",
                false,
                false,
                Duration.ofSeconds(30),
                Duration.ZERO,
                Duration.ofDays(4),
                Optional.empty())),
        FIXTURE.queues());
    assertEquals(3, fixture(Map.of("JwtIssuer", "https://issuer")).queues().size());
  }

  @Test
  void parameters_reach_variables() {
    var template = fixture(Map.of("Greeting", "good day"));

    assertEquals("good day-there", template.functions().getFirst().environment().get("OWN"));
    assertEquals(URL, template.functions().getFirst().environment().get("PUBLIC_URL"));
    assertEquals(Duration.ofSeconds(10), template.functions().getFirst().timeout());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A: {Type: AWS::S3::Bucket}|t.yaml:2: A: the embedded runtime does not know the type"
            + " AWS::S3::Bucket",
        "A: {Type: AWS::Serverless::StateMachine, Properties: {Type: EXPRESS}}|t.yaml:2: only"
            + " standard state machines are executed",
        "A: {Type: AWS::SQS::Queue, Properties: {Colour: red}}|t.yaml:2: A has a property Colour",
        "A: {Type: AWS::SQS::Queue, Properties: {DelaySeconds: soon}}|t.yaml:2: DelaySeconds of A"
            + " must be a whole number: soon",
        "A: {Type: AWS::SQS::Queue, Properties: {QueueName: !Ref Nobody}}|t.yaml:2: there is no"
            + " parameter or resource Nobody",
        "A: {Type: AWS::SQS::Queue, Properties: {QueueName: !Transform x}}|t.yaml:2: the function"
            + " Transform is not known",
        "A: {Type: AWS::SQS::Queue, Condition: Nope}|t.yaml:2: there is no condition Nope",
        "A: {Type: AWS::Serverless::Function}|t.yaml:2: the function A needs a property Handler",
        "A: {Type: AWS::Serverless::Function, Properties: {Handler: x, Events: {E: {Type:"
            + " Kinesis}}}}|t.yaml:2: A is called by an event of type Kinesis",
        "A: {Type: [}|t.yaml:2: this is not YAML",
        "A: {}|t.yaml:2: the template (A) needs a property Type",
        "A: {Type: AWS::SQS::Queue, Type: AWS::SQS::Queue}|t.yaml:2: Type stands here twice"
      })
  void what_is_not_understood_is_one_sentence_with_its_line(String resource, String begin)
      throws IOException {
    var file = folder.resolve("t.yaml");
    Files.writeString(file, "Resources:\n  " + resource + "\n");

    var failure = assertThrows(StartFailure.class, () -> TemplateReader.read(file, Map.of(), URL));

    assertEquals(
        begin,
        failure.getMessage().substring(0, Math.min(begin.length(), failure.getMessage().length())));
    assertEquals(1, failure.getMessage().lines().count());
  }

  @Test
  void a_parameter_needs_a_value_and_a_value_a_parameter() throws IOException {
    var file = folder.resolve("t.yaml");
    Files.writeString(
        file, "Parameters:\n  P: {Type: String}\nResources:\n  A: {Type: AWS::SQS::Queue}\n");

    assertEquals(
        "t.yaml:2: the parameter P has no default: start with --parameter P=VALUE.",
        assertThrows(StartFailure.class, () -> TemplateReader.read(file, Map.of(), URL))
            .getMessage());
    assertThrows(
        StartFailure.class, () -> TemplateReader.read(file, Map.of("P", "1", "Q", "2"), URL));
  }
}
