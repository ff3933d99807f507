package dev.switchboard.functions.http;

import dev.switchboard.functions.Json;
import dev.switchboard.functions.Trouble;
import java.util.LinkedHashMap;

/// One JSON line about a request that went wrong; never its headers or body.
final class Log {

  private static final int STACK = 16_000;

  private Log() {}

  static void warn(Request request, Throwable cause) {
    write("WARN", request, cause);
  }

  static void error(Request request, Throwable cause) {
    write("ERROR", request, cause);
  }

  private static void write(String level, Request request, Throwable cause) {
    var line = new LinkedHashMap<String, String>();
    line.put("level", level);
    line.put("request_id", request.id());
    line.put("route", request.routeKey());
    line.put("error", Trouble.line(cause));
    line.put("stack", stack(cause));
    System.err.println(Json.text(line));
  }

  private static String stack(Throwable cause) {
    var stack = Trouble.stack(cause);
    return stack.substring(0, Math.min(STACK, stack.length()));
  }
}
