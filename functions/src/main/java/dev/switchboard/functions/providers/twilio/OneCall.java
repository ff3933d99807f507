package dev.switchboard.functions.providers.twilio;

import com.twilio.http.HttpClient;
import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import com.twilio.http.Response;
import dev.switchboard.functions.providers.http.Answer;
import dev.switchboard.functions.providers.http.Answer.Answered;
import dev.switchboard.functions.providers.http.OneRequest;
import java.net.URI;
import java.util.HashMap;

/// Lets the SDK make one request, and keeps what came of it.
///
/// The SDK's own client sends again on 429 and 5xx, after which nobody knows how often a text was
/// sent; and what it throws does not tell a refused connection from a lost answer.
final class OneCall extends HttpClient {

  private static final int NO_ANSWER = 599;

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
    return switch (answer) {
      case Answered answered -> new Response(answered.body(), answered.status());
      case Answer.NotSent(var cause) -> new Response(cause, NO_ANSWER);
      case Answer.Lost(var cause) -> new Response(cause, NO_ANSWER);
    };
  }
}
