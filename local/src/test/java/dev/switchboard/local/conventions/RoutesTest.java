package dev.switchboard.local.conventions;

import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.switchboard.functions.Aws;
import dev.switchboard.functions.http.Endpoint;
import dev.switchboard.functions.http.Role;
import dev.switchboard.functions.http.Route;
import dev.switchboard.local.function.FunctionMaker;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/// What handlers answer is what the template routes to them and what the contract promises.
class RoutesTest {

  /// Where nothing listens: to name its routes a handler asks nobody.
  private static final URI NOWHERE = URI.create("http://127.0.0.1:9");

  private static final Template TEMPLATE = Template.ours();

  /// Of one route: the function that answers it, and whom it lets in; nobody named is everybody.
  private record Answered(String function, Set<String> roles) {}

  @Test
  void every_handler_answers_the_routes_that_the_template_gives_it() {
    var routed = TEMPLATE.routes().collect(toMap(Template.Route::key, Template.Route::function));

    assertEquals(
        new TreeMap<>(routed),
        new TreeMap<>(
            handlers().collect(toMap(Map.Entry::getKey, route -> route.getValue().function()))));
  }

  @Test
  void every_handler_lets_in_the_roles_of_the_contract() {
    var promised =
        OpenApi.operations()
            .collect(
                toMap(OpenApi.Operation::route, operation -> new TreeSet<>(operation.roles())));

    assertEquals(
        new TreeMap<>(promised),
        new TreeMap<>(
            handlers()
                .collect(
                    toMap(Map.Entry::getKey, route -> new TreeSet<>(route.getValue().roles())))));
  }

  @Test
  void every_handler_is_open_where_the_template_asks_for_no_token() {
    assertEquals(
        new TreeSet<>(
            TEMPLATE.routes().filter(Template.Route::open).map(Template.Route::key).toList()),
        new TreeSet<>(
            handlers()
                .filter(route -> route.getValue().roles().isEmpty())
                .map(Map.Entry::getKey)
                .toList()));
  }

  private static Stream<Map.Entry<String, Answered>> handlers() {
    return TEMPLATE
        .routes()
        .map(Template.Route::function)
        .distinct()
        .flatMap(id ->
            endpoint(id).routes().stream()
                .map(route -> Map.entry(route.key(), new Answered(id, roles(route)))));
  }

  private static Set<String> roles(Route route) {
    var roles = new TreeSet<String>();
    route.roles().ifPresent(named -> named.stream().map(Role::wire).forEach(roles::add));
    // A route with an empty set lets nobody in, which is not the same as everybody.
    if (route.roles().filter(Set::isEmpty).isPresent()) roles.add("nobody");
    return roles;
  }

  private static Endpoint endpoint(String id) {
    var environment = new TreeMap<String, String>();
    Stream.of(TEMPLATE.root().at("Globals", "Function"), TEMPLATE.functions().get(id))
        .flatMap(of -> of.at("Environment", "Variables").fields().entrySet().stream())
        .forEach(variable ->
            environment.put(
                variable.getKey(),
                Optional.of(variable.getValue().text())
                    .filter(it -> !it.isEmpty())
                    .orElse(variable.getKey())));
    environment.put("OUTBOX_SCENARIO", "");
    environment.put("RETENTION_DAYS", "1096");
    environment.put("ESCALATION_THRESHOLD", "0.75");
    return (Endpoint)
        FunctionMaker.withServices(
            NamesTest.handler(id), environment, nowhere(), InstantSource.system());
  }

  private static Aws nowhere() {
    var events = client(EventBridgeClient.builder());
    return new Aws(
        client(DynamoDbClient.builder()),
        client(SqsClient.builder()),
        () -> events,
        () -> client(SfnClient.builder()));
  }

  private static <C> C client(AwsClientBuilder<?, C> builder) {
    builder.region(Region.US_EAST_1);
    builder.endpointOverride(NOWHERE);
    builder.credentialsProvider(AnonymousCredentialsProvider.create());
    return builder.build();
  }
}
