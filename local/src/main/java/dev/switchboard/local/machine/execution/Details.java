package dev.switchboard.local.machine.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.local.machine.definition.Resource;

/// The details of an event, with the names that Step Functions gives them; JSON stands in it as
/// such, and becomes text on the wire.
record Details(ObjectNode json) {

  static Details none() {
    return new Details(JsonNodeFactory.instance.objectNode());
  }

  static Details name(String name) {
    return none().with("name", name);
  }

  static Details of(Resource resource) {
    return switch (resource) {
      case Resource.Function(var arn) -> none().with("resource", arn);
      case Resource.Service service ->
          none()
              .with("resourceType", service.service())
              .with("resource", service.action() + service.pattern().suffix());
    };
  }

  static Details of(Failure failure) {
    return none().with(failure);
  }

  Details with(Failure failure) {
    failure.error().ifPresent(error -> with("error", error));
    failure.cause().ifPresent(cause -> with("cause", cause));
    return this;
  }

  Details with(String field, String value) {
    json.put(field, value);
    return this;
  }

  Details with(String field, long value) {
    json.put(field, value);
    return this;
  }

  Details with(String field, JsonNode value) {
    json.set(field, value);
    return this;
  }
}
