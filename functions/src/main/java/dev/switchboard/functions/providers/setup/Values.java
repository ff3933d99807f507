package dev.switchboard.functions.providers.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// The values of one vendor, and what is wrong with them.
final class Values {

  /// What vendors call their things by.
  static final String ID = "[A-Za-z0-9_-]{1,100}";

  private static final String VISIBLE = "[\\x21-\\x7e]{1,500}";

  /// Without encryption only to this machine.
  private static final String BASE =
      "https://[^/\\s?#]+|http://(127\\.0\\.0\\.1|localhost|\\[::1])(:[0-9]+)?";

  private final Map<String, String> values;
  private final String prefix;
  private final List<String> problems = new ArrayList<>();

  /// @param prefix of the vendor's names: `TWILIO_`
  Values(Map<String, String> values, String prefix) {
    this.values = values;
    this.prefix = prefix;
  }

  <T> Setup<T> setup(Supplier<T> settings) {
    var none =
        values.entrySet().stream()
            .filter(entry -> ProviderSettings.NAMES.contains(entry.getKey()))
            .filter(entry -> entry.getKey().startsWith(prefix))
            .allMatch(entry -> entry.getValue().isBlank());
    if (none) return new Setup.None<>();
    var ready = settings.get();
    return problems.isEmpty() ? new Setup.Ready<>(ready) : new Setup.Half<>(List.copyOf(problems));
  }

  String secret(String name) {
    return id(name, VISIBLE);
  }

  String id(String name, String form) {
    var value = optional(name, form);
    if (value.isEmpty() && given(name).isEmpty()) problems.add(prefix + name + " is missing");
    return value.orElse("");
  }

  /// Empty when it is not there, or malformed, which is a problem.
  Optional<String> optional(String name, String form) {
    var value = given(name);
    if (value.isPresent() && !value.get().matches(form)) {
      problems.add(prefix + name + " is malformed");
      return Optional.empty();
    }
    return value;
  }

  /// An address without a slash at its end.
  String base(String usual) {
    var name = "BASE_URL";
    var value = given(name).map(url -> url.replaceFirst("/$", "")).orElse(usual);
    if (!value.matches(BASE)) problems.add(prefix + name + " is not an https address");
    return value;
  }

  private Optional<String> given(String name) {
    return Optional.ofNullable(values.get(prefix + name))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }
}
