package dev.switchboard.functions.http;

import static dev.switchboard.functions.http.Calls.answer;
import static dev.switchboard.functions.http.Calls.body;
import static dev.switchboard.functions.http.Calls.event;
import static dev.switchboard.functions.http.Calls.headers;
import static dev.switchboard.functions.http.Calls.json;
import static dev.switchboard.functions.http.Calls.parse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.Unavailable;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {

  private static final String CREATED = "{'colour':'red','owner':'acme','size':3,'thing':'t-1'}";

  /// Snake case, empty left out.
  record Thing(String colour, String owner, int size, String thing, Optional<String> farAway) {}

  private static final class Things extends Endpoint {
    private final Function<Request, Reply> answer;

    Things(Function<Request, Reply> answer) {
      super(new Claims("owner", "roles"));
      this.answer = answer;
    }

    @Override
    public List<Route> routes() {
      return List.of(
          Route.of("POST", "/things/{thing_id}", Set.of(Role.MANAGER), answer),
          Route.of("GET", "/closed", Set.of(), answer),
          Route.open("GET", "/health", _ -> Reply.noContent()));
    }
  }

  @Test
  void a_request_of_payload_2_reaches_its_route_and_is_answered_in_full() {
    var answer = answer(new Things(EndpointTest::create), event(_ -> {}));

    assertEquals(
        json(
            """
            {'statusCode': 201,
             'headers': {'cache-control': 'no-store', 'content-type': 'application/json',
               'location': '/things/t-1', 'x-content-type-options': 'nosniff',
               'x-request-id': 'r-1'},
             'body': '%s'}\
            """
                .formatted(CREATED.replace("'", "\\'"))),
        answer);
  }

  @Test
  void an_open_route_needs_no_token() {
    var answer =
        answer(new Things(EndpointTest::create), event(e -> without(route(e, "GET /health"))));

    assertEquals(204, answer.get("statusCode").intValue());
    assertFalse(answer.has("body"));
  }

  @Test
  void an_unknown_route_is_not_found() {
    refused(
        event(e -> route(e, "$default")),
        404,
        "{'type':'/problems/not-found','title':'There is no such thing','status':404,"
            + "'detail':'There is no such thing.','request_id':'r-1'}");
  }

  @Test
  void a_route_that_names_no_role_lets_nobody_in() {
    refused(
        event(e -> route(e, "GET /closed")),
        403,
        "{'type':'/problems/not-allowed','title':'The roles in the token do not allow this',"
            + "'status':403,'detail':'Nobody is let in.','request_id':'r-1'}");
  }

  @Test
  void another_role_is_refused() {
    refused(
        event(e -> claims(e).put("roles", "[user agent]")),
        403,
        "{'type':'/problems/not-allowed','title':'The roles in the token do not allow this',"
            + "'status':403,'detail':'It takes one of the roles: manager.','request_id':'r-1'}");
  }

  @Test
  void without_claims_nobody_is_signed_in() {
    var answer =
        refused(
            event(EndpointTest::without),
            401,
            "{'type':'/problems/not-signed-in','title':'There is no verified token',"
                + "'status':401,'detail':'There is no verified token.','request_id':'r-1'}");

    assertEquals("Bearer", headers(answer).get("www-authenticate"));
  }

  @Test
  void a_token_without_owner_is_refused() {
    refused(
        event(e -> claims(e).remove("owner")),
        403,
        "{'type':'/problems/no-owner','title':'The token names no owner','status':403,"
            + "'detail':'The token has no claim `owner`.','request_id':'r-1'}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[manager]", "manager", "user,manager", "user manager", "[user manager]"})
  void roles_are_read_in_each_way_that_issuers_write_them(String roles) {
    var answer =
        answer(new Things(EndpointTest::create), event(e -> claims(e).put("roles", roles)));

    assertEquals(201, answer.get("statusCode").intValue());
  }

  @Test
  void what_is_not_available_may_be_tried_again() {
    var answer =
        logged(
            _ -> {
              throw new Unavailable("the table", new IllegalStateException("throttled"));
            },
            "Unavailable: the table\n\tat ");

    assertEquals(503, answer.get("statusCode").intValue());
    assertEquals("5", headers(answer).get("retry-after"));
  }

  @Test
  void a_fault_of_ours_is_logged_and_tells_nothing() {
    var answer =
        logged(
            _ -> {
              throw new IllegalStateException("password is 123");
            },
            "IllegalStateException at dev.switchboard.functions.http.EndpointTest");

    assertEquals(
        json(
            "{'type':'/problems/unexpected','title':'Something unexpected happened','status':500,"
                + "'detail':'Something unexpected happened.','request_id':'r-1'}"),
        body(answer));
  }

  @Test
  void a_mistake_that_the_domain_found_is_the_callers() {
    var answer =
        logged(
            _ -> {
              throw new IllegalArgumentException("a score is 1 to 10: 11");
            },
            "IllegalArgumentException at dev.switchboard.functions.http.EndpointTest");

    assertEquals(
        json(
            "{'type':'/problems/invalid-request','title':'The request breaks a rule','status':400,"
                + "'detail':'a score is 1 to 10: 11','request_id':'r-1'}"),
        body(answer));
  }

  @Test
  void a_path_that_cannot_be_an_id_is_not_found() {
    refused(
        event(e -> e.set("pathParameters", json("{'thing_id':'no such'}"))),
        404,
        "{'type':'/problems/not-found','title':'There is no such thing','status':404,"
            + "'detail':'There is no such thing.','request_id':'r-1'}");
  }

  private static Reply create(Request request) {
    var findings = new Findings();
    var query = request.query(findings);
    var page = Page.of(query, "things", Pattern.compile(".+"));
    var colour = query.text("colour", Text.line(1, 10));
    query.close();
    findings.refuse(Problem.Kind.INVALID_PARAMETER);
    var body =
        Fields.of(request.body(Body.COMMON).json(), "", Fields.Form.STRICT, findings).orElseThrow();
    var size = body.integer("size", 1, 9);
    body.close();
    findings.refuse(Problem.Kind.INVALID_BODY);
    var id = request.parameter("thing_id", EndpointTest::thing);
    assertEquals(new Page(2, Optional.empty()), page);
    var thing =
        new Thing(
            colour.orElseThrow(),
            request.caller().owner().value(),
            size.orElseThrow(),
            id,
            Optional.empty());
    return Reply.json(201, thing).with("location", "/things/" + id);
  }

  private static String thing(String text) {
    if (!text.matches("t-\\d+")) throw new IllegalArgumentException("a thing is t- and a number");
    return text;
  }

  private static JsonNode refused(ObjectNode event, int status, String problem) {
    var answer = answer(new Things(EndpointTest::create), event);
    assertEquals(json(problem), body(answer));
    assertEquals(status, answer.get("statusCode").intValue());
    assertEquals("application/problem+json", headers(answer).get("content-type"));
    return answer;
  }

  private static JsonNode logged(Function<Request, Reply> answer, String told) {
    var standard = System.err;
    var log = new ByteArrayOutputStream();
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    try {
      var given = answer(new Things(answer), event(_ -> {}));
      var line = log.toString(StandardCharsets.UTF_8);
      assertEquals(1, line.lines().count(), line);
      assertEquals("r-1", parse(line).get("request_id").textValue());
      assertTrue(parse(line).get("stack").textValue().contains(told), line);
      assertFalse(line.contains("password is 123") || line.contains("10: 11"), line);
      return given;
    } finally {
      System.setErr(standard);
    }
  }

  private static ObjectNode route(ObjectNode event, String key) {
    return event.put("routeKey", key);
  }

  private static void without(ObjectNode event) {
    ((ObjectNode) event.get("requestContext")).remove("authorizer");
  }

  private static ObjectNode claims(ObjectNode event) {
    return (ObjectNode) event.at("/requestContext/authorizer/jwt/claims");
  }
}
