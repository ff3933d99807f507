package dev.switchboard.local.http;

import dev.switchboard.local.template.Template;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds the route of a request: the most specific one, as API Gateway does.
final class Routes {

  /// @param parameters of the path
  record Match(String function, Template.Route route, Map<String, String> parameters) {
    String key() {
      return route.path().equals("$default") ? "$default" : route.method() + " " + route.path();
    }
  }

  private record Entry(String function, Template.Route route, List<String> segments) {
    boolean greedy() {
      return segments.getLast().endsWith("+}");
    }

    /// Sorts the more specific first: literals before parameters before the greedy one, then a
    /// method before ANY.
    String rank() {
      if (route.path().equals("$default")) return "9";
      var rank = new StringBuilder();
      for (var segment : segments) {
        rank.append(segment.endsWith("+}") ? '3' : segment.startsWith("{") ? '2' : '1');
      }
      return rank.append(route.method().equals("ANY") ? '2' : '1').toString();
    }
  }

  private final List<Entry> entries = new ArrayList<>();

  Routes(List<Template.Function> functions) {
    for (var function : functions) {
      for (var trigger : function.triggers()) {
        if (trigger instanceof Template.Route route) {
          entries.add(new Entry(function.name(), route, segments(route.path())));
        }
      }
    }
    entries.sort(Comparator.comparing(Entry::rank));
  }

  Optional<Match> find(String method, String path) {
    var segments = segments(path);
    for (var entry : entries) {
      var methods = entry.route().method();
      if (!methods.equals("ANY") && !methods.equals(method)) continue;
      var parameters = parameters(entry, segments);
      if (parameters.isPresent()) {
        return Optional.of(new Match(entry.function(), entry.route(), parameters.get()));
      }
    }
    return Optional.empty();
  }

  private static Optional<Map<String, String>> parameters(Entry entry, List<String> path) {
    if (entry.route().path().equals("$default")) return Optional.of(Map.of());
    var pattern = entry.segments();
    if (entry.greedy() ? path.size() < pattern.size() : path.size() != pattern.size()) {
      return Optional.empty();
    }
    var found = new HashMap<String, String>();
    for (var at = 0; at < pattern.size(); at++) {
      var segment = pattern.get(at);
      if (segment.endsWith("+}")) {
        found.put(name(segment), String.join("/", path.subList(at, path.size())));
      } else if (segment.startsWith("{") && !path.get(at).isEmpty()) {
        found.put(name(segment), path.get(at));
      } else if (!segment.equals(path.get(at))) {
        return Optional.empty();
      }
    }
    return Optional.of(found);
  }

  private static String name(String segment) {
    return segment.substring(1, segment.length() - 1).replace("+", "");
  }

  private static List<String> segments(String path) {
    return List.of(path.substring(path.startsWith("/") ? 1 : 0).split("/", -1));
  }
}
