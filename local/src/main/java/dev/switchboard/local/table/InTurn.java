package dev.switchboard.local.table;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.HttpURLConnection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.InternalServerErrorException;
import software.amazon.dynamodb.services.local.shared.exceptions.LocalDBAccessException;

/// Lets a few requests at a time into the engine, in the order they came, each on a thread that
/// nobody interrupts.
///
/// The engine has one lock a table that anybody may snatch from those who wait, and gives up after
/// ten seconds: with a hundred requests at once the first in the queue was passed until it failed,
/// and everybody behind it. And a transaction that is interrupted never gives that lock back: a
/// function that ran out of time would close the tables for all.
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
    try {
      turns.acquire();
      return asked(method, arguments).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw AbortedException.create("Thread was interrupted", e);
    } catch (ExecutionException e) {
      throw e.getCause();
    }
  }

  private CompletableFuture<Object> asked(Method method, Object[] arguments) {
    var answer = new CompletableFuture<Object>();
    Thread.startVirtualThread(() -> {
      try {
        answer.complete(method.invoke(engine, arguments));
      } catch (InvocationTargetException e) {
        answer.completeExceptionally(asOfAmazon(e.getCause()));
      } catch (IllegalAccessException | RuntimeException | Error e) {
        answer.completeExceptionally(e);
      } finally {
        turns.release();
      }
    });
    return answer;
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
