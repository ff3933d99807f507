package dev.switchboard.local.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Evaluates CloudFormation's intrinsic functions.
///
/// @param parameters their values, overridden or by default
/// @param conditions the section of that name
/// @see <a
///   href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/">reference</a>
record Intrinsics(
    Problems problems, Map<String, String> parameters, Yaml.Mapping conditions, Names names) {

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]+)}");

  /// The value with every function in it carried out.
  Yaml resolved(Yaml value) {
    return switch (value) {
      case Yaml.Text text -> text;
      case Yaml.Nothing nothing -> nothing;
      case Yaml.Listing listing -> {
        var items = new ArrayList<Yaml>();
        for (var item : listing.items()) {
          if (!(resolved(item) instanceof Yaml.Nothing)) items.add(resolved(item));
        }
        yield new Yaml.Listing(items, listing.line());
      }
      case Yaml.Mapping mapping -> {
        var entries = new LinkedHashMap<String, Yaml>();
        mapping.entries().forEach((key, entry) -> entries.put(key, resolved(entry)));
        yield new Yaml.Mapping(entries, mapping.lines(), mapping.line());
      }
      case Yaml.Call call -> called(call);
    };
  }

  boolean condition(String name, int line) {
    var condition = conditions.entries().get(name);
    if (condition == null) {
      throw problems.at(line, "there is no condition " + name + ": add it under Conditions");
    }
    return truth(condition);
  }

  private Yaml called(Yaml.Call call) {
    return switch (call.function()) {
      case "Ref" -> ref(text(call.argument()), call.line());
      case "GetAtt" -> said(attribute(call), call.line());
      case "Sub" -> said(substituted(call), call.line());
      case "Join" -> said(String.join(text(part(call, 0)), texts(part(call, 1))), call.line());
      case "Split" -> split(call);
      case "Select" -> selected(call);
      case "If" ->
          resolved(condition(text(part(call, 0)), call.line()) ? part(call, 1) : part(call, 2));
      case "Equals", "Not", "And", "Or", "Condition" ->
          said(Boolean.toString(truth(call)), call.line());
      default ->
          throw problems.at(
              call.line(),
              "the function %s is not known to the embedded runtime: use Ref, GetAtt, Sub, Join, Split, Select or If"
                  .formatted(call.function()));
    };
  }

  private Yaml ref(String name, int line) {
    if (name.equals("AWS::NoValue")) return new Yaml.Nothing(line);
    return said(named(name, line), line);
  }

  private String named(String name, int line) {
    var pseudo =
        Map.of(
            "AWS::Region", Names.REGION,
            "AWS::AccountId", Names.ACCOUNT,
            "AWS::Partition", "aws",
            "AWS::URLSuffix", "amazonaws.com",
            "AWS::StackName", "switchboard",
            "AWS::StackId", "switchboard");
    if (pseudo.containsKey(name)) return pseudo.get(name);
    if (parameters.containsKey(name)) return parameters.get(name);
    return names.ref(name).orElseThrow(() -> problems.at(line, missing(name)));
  }

  private static String missing(String name) {
    return "there is no parameter or resource %s: add it, or mend the name".formatted(name);
  }

  private String attribute(Yaml.Call call) {
    var path =
        call.argument() instanceof Yaml.Listing
            ? String.join(".", texts(call.argument()))
            : text(call.argument());
    return attribute(path, call.line());
  }

  private String attribute(String path, int line) {
    var dot = path.indexOf('.');
    if (dot < 0) throw problems.at(line, "GetAtt needs Resource.Attribute: " + path);
    var resource = path.substring(0, dot);
    return names
        .attribute(resource, path.substring(dot + 1))
        .orElseThrow(() -> problems.at(line, missing(resource)));
  }

  private String substituted(Yaml.Call call) {
    var own = new LinkedHashMap<String, String>();
    var pattern = call.argument();
    if (pattern instanceof Yaml.Listing) {
      if (part(call, 1) instanceof Yaml.Mapping values) {
        values.entries().forEach((name, value) -> own.put(name, text(value)));
      }
      pattern = part(call, 0);
    }
    var line = call.line();
    var text =
        VARIABLE
            .matcher(text(pattern))
            .replaceAll(match -> Matcher.quoteReplacement(variable(match.group(1), own, line)));
    return names.localised(text);
  }

  private String variable(String name, Map<String, String> own, int line) {
    if (name.startsWith("!")) return "${" + name.substring(1) + "}";
    if (own.containsKey(name)) return own.get(name);
    return name.contains(".") ? attribute(name, line) : named(name, line);
  }

  private Yaml split(Yaml.Call call) {
    var items = new ArrayList<Yaml>();
    var by = Pattern.quote(text(part(call, 0)));
    for (var piece : text(part(call, 1)).split(by, -1)) items.add(said(piece, call.line()));
    return new Yaml.Listing(items, call.line());
  }

  private Yaml selected(Yaml.Call call) {
    var index = Integer.parseInt(text(part(call, 0)));
    if (resolved(part(call, 1)) instanceof Yaml.Listing list && index < list.items().size()) {
      return list.items().get(index);
    }
    throw problems.at(call.line(), "Select asks for an item that is not there: " + index);
  }

  private boolean truth(Yaml value) {
    if (value instanceof Yaml.Call call) {
      return switch (call.function()) {
        case "Equals" -> text(part(call, 0)).equals(text(part(call, 1)));
        case "Not" -> !truth(part(call, 0));
        case "And" -> parts(call).stream().allMatch(this::truth);
        case "Or" -> parts(call).stream().anyMatch(this::truth);
        case "Condition" -> condition(text(call.argument()), call.line());
        default -> text(called(call)).equals("true");
      };
    }
    if (value instanceof Yaml.Mapping mapping && mapping.entries().containsKey("Condition")) {
      return condition(text(mapping.entries().get("Condition")), mapping.line());
    }
    return text(value).equals("true");
  }

  private String text(Yaml value) {
    return switch (resolved(value)) {
      case Yaml.Text text -> text.value();
      case Yaml.Nothing _ -> "";
      case Yaml other -> throw problems.at(other.line(), "a text is needed here");
    };
  }

  private List<String> texts(Yaml value) {
    if (resolved(value) instanceof Yaml.Listing listing) {
      return listing.items().stream().map(this::text).toList();
    }
    throw problems.at(value.line(), "a list is needed here");
  }

  private Yaml part(Yaml.Call call, int index) {
    if (index < parts(call).size()) return parts(call).get(index);
    throw problems.at(call.line(), call.function() + " needs more arguments");
  }

  private List<Yaml> parts(Yaml.Call call) {
    if (call.argument() instanceof Yaml.Listing listing) return listing.items();
    throw problems.at(call.line(), call.function() + " needs a list of arguments");
  }

  private static Yaml said(String value, int line) {
    return new Yaml.Text(value, true, line);
  }
}
