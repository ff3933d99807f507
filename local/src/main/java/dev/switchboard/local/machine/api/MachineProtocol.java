package dev.switchboard.local.machine.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.switchboard.local.http.InProcess;
import dev.switchboard.local.machine.Machines;
import dev.switchboard.local.machine.Refusal;
import dev.switchboard.local.machine.expression.Values;
import java.nio.charset.StandardCharsets;

/// Answers Step Functions' operations.
public final class MachineProtocol {

  /// @param status of HTTP
  public record Answer(int status, JsonNode body) {
    /// As it goes over a wire.
    public InProcess.Answer onWire() {
      return new InProcess.Answer(status, body.toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  private final Starting starting;
  private final Describing describing;
  private final Listing listing;
  private final HandingBack handingBack;

  public MachineProtocol(Machines machines) {
    this.starting = new Starting(machines);
    this.describing = new Describing(machines);
    this.listing = new Listing(machines);
    this.handingBack = new HandingBack(machines);
  }

  /// @param operation `StartExecution`, …
  /// @param body JSON
  public Answer answer(String operation, byte[] body) {
    try {
      var request = new Asked(Values.read(new String(body, StandardCharsets.UTF_8)));
      return new Answer(200, answered(operation, request));
    } catch (Refusal e) {
      return refused(e.type(), e.getMessage());
    } catch (IllegalArgumentException e) {
      return refused("SerializationException", e.getMessage());
    }
  }

  private JsonNode answered(String operation, Asked request) {
    return switch (operation) {
      case "StartExecution" -> starting.start(request);
      case "StopExecution" -> starting.stop(request);
      case "RedriveExecution" -> starting.redrive(request);
      case "SendTaskSuccess" -> handingBack.success(request);
      case "SendTaskFailure" -> handingBack.failure(request);
      case "SendTaskHeartbeat" -> handingBack.heartbeat(request);
      case "DescribeExecution" -> describing.execution(request);
      case "DescribeStateMachine" -> describing.machine(request);
      case "DescribeStateMachineForExecution" -> describing.machineOfExecution(request);
      case "ListExecutions" -> listing.executions(request);
      case "ListStateMachines" -> listing.machines(request);
      case "GetExecutionHistory" -> listing.history(request);
      default -> throw new Refusal("UnknownOperationException", operation + " is not served here");
    };
  }

  private static Answer refused(String type, String message) {
    return new Answer(
        400, JsonNodeFactory.instance.objectNode().put("__type", type).put("message", message));
  }
}
