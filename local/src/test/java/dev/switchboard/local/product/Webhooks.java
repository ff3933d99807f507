package dev.switchboard.local.product;

import dev.switchboard.local.product.Product.Answer;
import dev.switchboard.local.vendors.Webhook;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;

/// Webhooks as the vendors send and sign them.
record Webhooks(Product product) {

  /// A call to a number was not set up.
  Answer callFailed(String number, String conversation) {
    return elevenLabs(
        """
        {"type": "call_initiation_failure", "event_timestamp": 1, "data": {
          "agent_id": "a", "conversation_id": "%s", "failure_reason": "no-answer",
          "metadata": {"type": "twilio", "body": {"CallSid": "CA1", "To": "%s"}}}}
        """
            .formatted(conversation, number));
  }

  /// Somebody sends a text, of which Twilio tells.
  Answer text(String sid, String from, String body) {
    return twilio("/webhooks/twilio/sms", Map.of("MessageSid", sid, "From", from, "Body", body));
  }

  Answer status(String mid, Map<String, String> form) {
    return twilio("/webhooks/twilio/status?mid=" + mid, form);
  }

  Answer twilio(String target, Map<String, String> form) {
    return send(Webhook.twilio(product.runtime().url(), target, form));
  }

  Answer resend(String id, String json) {
    return send(Webhook.resend(id, json));
  }

  Answer elevenLabs(String json) {
    return send(Webhook.elevenLabs(json));
  }

  Answer vapi(String json) {
    return send(Webhook.vapi(json));
  }

  private Answer send(Webhook webhook) {
    return post(webhook.target(), webhook.type(), webhook.body(), webhook.headers());
  }

  Answer post(String target, String type, String body, Map<String, String> headers) {
    var request = product.request("", target).header("content-type", type);
    headers.forEach(request::header);
    var answer = product.send(request.POST(BodyPublishers.ofString(body)).build());
    product.runtime().settle();
    return answer;
  }
}
