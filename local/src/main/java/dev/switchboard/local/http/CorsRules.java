package dev.switchboard.local.http;

import dev.switchboard.local.template.Template;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Cross-origin answers of the gateway, which win over those of functions.
record CorsRules(Optional<Template.Cors> cors) {

  /// The answer to a preflight; it needs no route.
  Optional<Reply> preflight(Request request) {
    var asked = request.header("access-control-request-method");
    if (cors.isEmpty() || asked.isEmpty() || !request.method().equals("OPTIONS")) {
      return Optional.empty();
    }
    var reply = new Reply(204, new LinkedHashMap<>(), new byte[0]);
    if (allowed(request).isEmpty()) return Optional.of(reply);
    var rules = cors.get();
    reply = reply.with("access-control-allow-methods", String.join(",", rules.methods()));
    if (!rules.headers().isEmpty()) {
      reply = reply.with("access-control-allow-headers", String.join(",", rules.headers()));
    }
    if (rules.maxAge() > 0) {
      reply = reply.with("access-control-max-age", Integer.toString(rules.maxAge()));
    }
    return Optional.of(marked(request, reply));
  }

  /// The reply with what a browser on another origin needs to see of it.
  Reply marked(Request request, Reply reply) {
    if (cors.isEmpty()) return reply;
    var headers = new LinkedHashMap<>(reply.headers());
    if (!request.method().equals("OPTIONS")) {
      headers.keySet().removeIf(name -> name.startsWith("access-control-"));
    }
    var marked = new Reply(reply.status(), headers, reply.body());
    var origin = allowed(request);
    if (origin.isEmpty()) return marked;
    marked = marked.with("access-control-allow-origin", origin.get());
    if (cors.get().credentials()) marked = marked.with("access-control-allow-credentials", "true");
    if (cors.get().exposed().isEmpty()) return marked;
    return marked.with("access-control-expose-headers", String.join(",", cors.get().exposed()));
  }

  private Optional<String> allowed(Request request) {
    var origin = request.header("origin");
    if (origin.isEmpty() || cors.isEmpty()) return Optional.empty();
    for (var pattern : cors.get().origins()) {
      if (pattern.equals("*")) return Optional.of("*");
      if (matches(pattern, origin.get())) return origin;
    }
    return Optional.empty();
  }

  private static boolean matches(String pattern, String origin) {
    var parts = List.of(pattern.toLowerCase(Locale.ROOT).split("\\*", -1));
    var regex = String.join(".*", parts.stream().map(Pattern::quote).toList());
    return origin.toLowerCase(Locale.ROOT).matches(regex);
  }
}
