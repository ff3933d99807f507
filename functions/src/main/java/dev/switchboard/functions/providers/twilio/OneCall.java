package dev.switchboard.functions.providers.twilio;

import com.fasterxml.jackson.databind.JsonNode;
import com.twilio.http.HttpClient;
import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import com.twilio.http.Response;
import dev.switchboard.functions.providers.http.Answer;
import dev.switchboard.functions.providers.http.OneRequest;
import java.net.URI;
import java.util.HashMap;
import java.util.Optional;

/// Lets the SDK make one request, and keeps what came of it.
///
/// The SDK's own client sends again on 429 and 5xx, after which nobody knows how often a text was
/// sent. What the SDK makes of answers does not tell a refused connection from a lost answer, and
/// some lists break it: so it is told of a refusal always, and the answer is read here.
final class OneCall extends HttpClient {

  private static final int REFUSED = 599;

  private final OneRequest http;
  private final String base;
  private Answer answer = new Answer.NotSent("the SDK made no request");

  /// @param base in place of `https://api.twilio.com`
  OneCall(OneRequest http, String base) {
    this.http = http;
    this.base = base;
  }

  Answer answer() {
    return answer;
  }

  /// What a successful answer says; empty when it is not one.
  Optional<JsonNode> json() {
    return answer instanceof Answer.Answered answered && answered.success()
        ? Optional.of(answered.json())
        : Optional.empty();
  }

  @Override
  public Response reliableRequest(Request request) {
    return makeRequest(request);
  }

  @Override
  public Response reliableRequest(
      Request request, int[] retryCodes, int retries, long delayMillis) {
    return makeRequest(request);
  }

  @Override
  public Response makeRequest(Request request) {
    var uri = URI.create(base + request.constructURL().getFile());
    var headers = new HashMap<String, String>();
    headers.put("Accept", "application/json");
    headers.put("User-Agent", "switchboard");
    headers.put("Authorization", request.getAuthString());
    if (request.getMethod() == HttpMethod.POST) {
      headers.put("Content-Type", "application/x-www-form-urlencoded");
      answer = http.post(uri, headers, request.encodeFormBody());
    } else {
      answer = http.get(uri, headers);
    }
    return new Response("{}", REFUSED);
  }
}
