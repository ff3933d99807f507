package dev.switchboard.functions.aws;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// An update of a contact item; counts its version.
final class ContactChange {

  private final List<String> sets = new ArrayList<>();
  private final List<String> adds = new ArrayList<>(List.of("version :one"));
  private final List<String> removes = new ArrayList<>();
  private final List<String> forgotten = new ArrayList<>();
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, AttributeValue> values =
      new HashMap<>(Map.of(":one", Item.ofNumber(1)));

  /// Sets what is not set yet.
  void keep(String name, String value) {
    names.put("#" + name, name);
    values.put(":" + name, Item.ofText(value));
    sets.add("#%s = if_not_exists(#%s, :%s)".formatted(name, name, name));
  }

  ContactChange add(String set, List<String> lines) {
    if (lines.isEmpty()) return this;
    values.put(":" + set, Item.ofLines(Set.copyOf(lines)));
    adds.add(set + " :" + set);
    return this;
  }

  ContactChange forget(String... attributes) {
    for (var attribute : attributes) {
      names.put("#" + attribute, attribute);
      forgotten.add("#" + attribute);
    }
    return this;
  }

  ContactChange remove(String set, List<String> lines) {
    if (lines.isEmpty()) return this;
    values.put(":" + set, Item.ofLines(Set.copyOf(lines)));
    removes.add(set + " :" + set);
    return this;
  }

  Update update() {
    var expression = "ADD " + String.join(", ", adds);
    if (!sets.isEmpty()) expression = "SET " + String.join(", ", sets) + " " + expression;
    if (!forgotten.isEmpty()) expression += " REMOVE " + String.join(", ", forgotten);
    if (!removes.isEmpty()) expression += " DELETE " + String.join(", ", removes);
    return new Update(expression, names, values);
  }
}
