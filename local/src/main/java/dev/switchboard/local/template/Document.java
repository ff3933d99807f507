package dev.switchboard.local.template;

import dev.switchboard.local.state.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// A YAML file with the line of everything in it.
record Document(Path file, Yaml.Mapping root) {

  static Document read(Path file) {
    try {
      var text = Files.readString(file);
      var settings = LoadSettings.builder().setUseMarks(true).build();
      var root = new Compose(settings).composeString(text);
      var problems = new Problems(file);
      if (root.map(Document::isMapping).orElse(false)) {
        return new Document(file, (Yaml.Mapping) converted(root.orElseThrow(), problems));
      }
      throw problems.at(1, "this is no SAM template: it must begin with named sections");
    } catch (MarkedYamlEngineException e) {
      var line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      throw new Problems(file).at(line, "this is not YAML: " + e.getProblem());
    } catch (YamlEngineException e) {
      throw new Problems(file).at(1, "this is not YAML: " + firstLine(e.getMessage()));
    } catch (IOException e) {
      throw new StartFailure(
          "There is no readable template at %s: start in the project's folder or name it with --template."
              .formatted(file),
          e);
    }
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("unreadable");
  }

  private static boolean isMapping(Node node) {
    return node instanceof MappingNode && !node.getTag().getValue().matches("![A-Za-z].*");
  }

  private static Yaml converted(Node node, Problems problems) {
    var line = node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    var tag = node.getTag().getValue();
    var value = untagged(node, line, problems);
    if (tag.startsWith("!") && tag.length() > 1) {
      return new Yaml.Call(tag.substring(1).replaceFirst("^Fn::", ""), value, line);
    }
    return value;
  }

  private static Yaml untagged(Node node, int line, Problems problems) {
    return switch (node) {
      case ScalarNode scalar when scalar.getTag().equals(Tag.NULL) -> new Yaml.Nothing(line);
      case ScalarNode scalar ->
          new Yaml.Text(scalar.getValue(), scalar.getScalarStyle() == ScalarStyle.PLAIN, line);
      case SequenceNode sequence -> {
        var items = new ArrayList<Yaml>();
        for (var item : sequence.getValue()) items.add(converted(item, problems));
        yield new Yaml.Listing(items, line);
      }
      case MappingNode mapping -> mapping(mapping, line, problems);
      default -> throw problems.at(line, "this kind of YAML is not supported here: write it out");
    };
  }

  private static Yaml mapping(MappingNode node, int line, Problems problems) {
    var entries = new LinkedHashMap<String, Yaml>();
    var lines = new LinkedHashMap<String, Integer>();
    for (var tuple : node.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        throw problems.at(line, "a key must be plain text: write it out");
      }
      var keyLine = key.getStartMark().map(mark -> mark.getLine() + 1).orElse(line);
      if (entries.containsKey(key.getValue())) {
        throw problems.at(keyLine, key.getValue() + " stands here twice: remove one");
      }
      entries.put(key.getValue(), converted(tuple.getValueNode(), problems));
      lines.put(key.getValue(), keyLine);
    }
    var mapping = new Yaml.Mapping(entries, lines, line);
    return longForm(mapping).<Yaml>map(call -> call).orElse(mapping);
  }

  private static Optional<Yaml.Call> longForm(Yaml.Mapping mapping) {
    if (mapping.entries().size() != 1) return Optional.empty();
    var only = mapping.entries().entrySet().iterator().next();
    if (only.getKey().equals("Ref")) {
      return Optional.of(new Yaml.Call("Ref", only.getValue(), mapping.line()));
    }
    if (!only.getKey().startsWith("Fn::")) return Optional.empty();
    return Optional.of(new Yaml.Call(only.getKey().substring(4), only.getValue(), mapping.line()));
  }
}
