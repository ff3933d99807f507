package dev.switchboard.local;

import dev.switchboard.functions.Aws;
import dev.switchboard.local.bus.Bus;
import dev.switchboard.local.bus.BusProtocol;
import dev.switchboard.local.function.Functions;
import dev.switchboard.local.http.InProcess;
import dev.switchboard.local.machine.Machines;
import dev.switchboard.local.machine.api.MachineProtocol;
import dev.switchboard.local.machine.task.Actions;
import dev.switchboard.local.machine.task.EventPutting;
import dev.switchboard.local.machine.task.ExecutionStart;
import dev.switchboard.local.machine.task.FunctionCall;
import dev.switchboard.local.machine.task.MessageSending;
import dev.switchboard.local.machine.task.TableCall;
import dev.switchboard.local.table.TableProtocol;
import java.util.Optional;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.sfn.SfnClient;

/// What speaks AWS's protocols: to functions, to the tasks of machines, and on the runtime's port.
record Protocols(TableProtocol tables, BusProtocol bus, MachineProtocol machines) {

  static Protocols of(Engines engines, Bus bus, Machines machines) {
    return new Protocols(
        new TableProtocol(engines.tables().client()),
        new BusProtocol(bus),
        new MachineProtocol(machines));
  }

  /// The clients that functions have.
  Aws aws(Engines engines, Opened opened) {
    var events =
        opened.add(
            InProcess.client(
                EventBridgeClient.builder(),
                (operation, body) -> bus.answer(operation, body).onWire()));
    var workflows =
        opened.add(
            InProcess.client(
                SfnClient.builder(),
                (operation, body) -> machines.answer(operation, body).onWire()));
    return new Aws(
        engines.tables().client(), engines.queues().sqs(), () -> events, () -> workflows);
  }

  /// What tasks can ask for.
  Actions actions(Engines engines, Functions functions, Machines machines) {
    return new Actions(
        new FunctionCall((name, event) ->
            functions.has(name) ? Optional.of(functions.call(name, event)) : Optional.empty()),
        new MessageSending(engines.queues().sqs()),
        new EventPutting(bus),
        new TableCall(tables),
        new ExecutionStart(machines));
  }
}
