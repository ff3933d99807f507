package dev.switchboard.local.function;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.switchboard.functions.Aws;
import dev.switchboard.functions.Services;
import dev.switchboard.local.state.StartFailure;
import java.lang.reflect.InvocationTargetException;
import java.time.InstantSource;
import java.util.Map;

/// Makes a function's object.
@FunctionalInterface
public interface FunctionMaker {

  /// @param handler name of the class, as the template has it
  /// @param environment of this function
  /// @throws StartFailure when there is no such class or it does not accept its environment
  RequestStreamHandler make(
      String handler, Map<String, String> environment, Aws aws, InstantSource clock);

  /// By the constructor that takes [Services].
  ///
  /// Reflection, as in Lambda's own runtime: the template knows a function by its class's name
  /// only.
  static RequestStreamHandler withServices(
      String handler, Map<String, String> environment, Aws aws, InstantSource clock) {
    try {
      var services = Services.of(environment, aws, clock);
      var constructor = Class.forName(handler).getConstructor(Services.class);
      return (RequestStreamHandler) constructor.newInstance(services);
    } catch (ClassNotFoundException | NoSuchMethodException e) {
      throw new StartFailure(
          "The template names the handler %s, but there is no such class with a public constructor that takes Services: mend the template, or compile first."
              .formatted(handler),
          e);
    } catch (InvocationTargetException e) {
      throw new StartFailure(
          "%s could not be made: %s.".formatted(handler, e.getCause().getMessage()), e);
    } catch (InstantiationException | IllegalAccessException | IllegalStateException e) {
      throw new StartFailure("%s could not be made: %s.".formatted(handler, e.getMessage()), e);
    }
  }
}
