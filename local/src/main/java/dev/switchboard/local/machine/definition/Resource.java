package dev.switchboard.local.machine.definition;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What a task has done.
public sealed interface Resource {

  /// A function, named by its ARN; its answer is the result as it is.
  record Function(String arn) implements Resource {}

  /// An action of a service, with AWS's own arguments and result.
  ///
  /// @param service `lambda`
  /// @param action `invoke`
  record Service(String service, String action, Pattern pattern) implements Resource {

    /// `lambda:invoke`
    public String name() {
      return service + ":" + action;
    }
  }

  /// When a service's task is over.
  enum Pattern {
    /// When the service answered.
    REQUEST(""),
    /// When somebody hands the task's token back.
    TOKEN(".waitForTaskToken"),
    /// When what was started has ended.
    END(".sync:2");

    private final String suffix;

    Pattern(String suffix) {
      this.suffix = suffix;
    }

    /// What stands behind the action in a resource's name.
    public String suffix() {
      return suffix;
    }
  }

  java.util.regex.Pattern FUNCTION =
      java.util.regex.Pattern.compile(
          "arn:[\\w-]+:lambda:[\\w-]+:\\d{12}:function:[\\w-]+(:[\\w$-]+)?");

  java.util.regex.Pattern SERVICE =
      java.util.regex.Pattern.compile("arn:[\\w-]+:states:::([\\w-]+):(\\w+)(\\.[\\w:]+)?");

  Map<String, Set<Pattern>> SERVED =
      Map.of(
          "lambda:invoke", Set.of(Pattern.REQUEST, Pattern.TOKEN),
          "sqs:sendMessage", Set.of(Pattern.REQUEST, Pattern.TOKEN),
          "events:putEvents", Set.of(Pattern.REQUEST, Pattern.TOKEN),
          "states:startExecution", Set.of(Pattern.REQUEST, Pattern.TOKEN, Pattern.END),
          "dynamodb:getItem", Set.of(Pattern.REQUEST),
          "dynamodb:putItem", Set.of(Pattern.REQUEST),
          "dynamodb:updateItem", Set.of(Pattern.REQUEST),
          "dynamodb:deleteItem", Set.of(Pattern.REQUEST));

  /// @return empty for what is not served here
  static Optional<Resource> parse(String arn) {
    if (FUNCTION.matcher(arn).matches()) return Optional.of(new Function(arn));
    var match = SERVICE.matcher(arn);
    if (!match.matches()) return Optional.empty();
    var suffix = Optional.ofNullable(match.group(3)).orElse("");
    return SERVED.getOrDefault(match.group(1) + ":" + match.group(2), Set.of()).stream()
        .filter(pattern -> pattern.suffix.equals(suffix))
        .findFirst()
        .map(pattern -> new Service(match.group(1), match.group(2), pattern));
  }

  /// Every resource that is served, as one would write it.
  static Set<String> served() {
    var all = new TreeSet<String>();
    SERVED.forEach((name, patterns) ->
        patterns.forEach(pattern -> all.add("arn:aws:states:::" + name + pattern.suffix)));
    return all;
  }
}
