package dev.switchboard.local.table;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.HttpURLConnection;
import java.util.concurrent.Semaphore;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.InternalServerErrorException;
import software.amazon.dynamodb.services.local.shared.exceptions.LocalDBAccessException;

/// Lets a few requests at a time into the engine, in the order they came.
///
/// The engine has one lock a table that anybody may snatch from those who wait, and gives up after
/// ten seconds: with a hundred requests at once the first in the queue was passed until it failed,
/// and everybody behind it.
record InTurn(DynamoDbClient engine, Semaphore turns) implements InvocationHandler {

  /// The engine reads and writes on one thread; the rest is taking requests and answers apart.
  private static final int AT_ONCE = 2 * Runtime.getRuntime().availableProcessors();

  static DynamoDbClient of(DynamoDbClient engine) {
    return (DynamoDbClient)
        Proxy.newProxyInstance(
            DynamoDbClient.class.getClassLoader(),
            new Class<?>[] {DynamoDbClient.class},
            new InTurn(engine, new Semaphore(AT_ONCE, true)));
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    // Pages are requests of their own.
    if (method.getName().endsWith("Paginator"))
      return InvocationHandler.invokeDefault(proxy, method, arguments);
    turns.acquireUninterruptibly();
    try {
      return method.invoke(engine, arguments);
    } catch (InvocationTargetException e) {
      throw asOfAmazon(e.getCause());
    } finally {
      turns.release();
    }
  }

  /// What the engine throws when its file takes no more is nothing that an SDK throws; of Amazon it
  /// would be a failure of theirs.
  private static Throwable asOfAmazon(Throwable thrown) {
    if (!(thrown instanceof LocalDBAccessException)) return thrown;
    return InternalServerErrorException.builder()
        .message(thrown.getMessage())
        .statusCode(HttpURLConnection.HTTP_INTERNAL_ERROR)
        .cause(thrown)
        .build();
  }
}
