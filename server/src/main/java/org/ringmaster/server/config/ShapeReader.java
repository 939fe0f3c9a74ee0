// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ringmaster.server.config.ValueType.ListOf;
import org.ringmaster.server.config.ValueType.MapOf;
import org.ringmaster.server.config.ValueType.Named;
import org.ringmaster.server.config.ValueType.Scalar;
import org.ringmaster.server.config.ValueType.Section;
import org.ringmaster.server.config.ValueType.WordOr;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Holds YAML's nodes against the keys: what fits becomes a {@link Branch}, what does not becomes a
 * finding, and what names something elsewhere is remembered. Texts are taken as written, so that
 * {@code no} may be a name and {@code 09:00} is not a number.
 */
final class ShapeReader {
  private static final int SHOWN = 60;

  private final List<Finding> findings;
  private final List<NameUse> uses = new ArrayList<>();

  ShapeReader(List<Finding> findings) {
    this.findings = findings;
  }

  /** Every value so far that must be a name of something else. */
  List<NameUse> uses() {
    return uses;
  }

  /** Reads the keys of a section. */
  Branch section(@Nullable Node node, Section section, String path, Place place) {
    Map<String, Value> values = new LinkedHashMap<>();
    Map<String, Place> seen = new LinkedHashMap<>();
    for (NodeTuple tuple : tuples(node, section.keyNames(), path)) {
      String name = keyName(tuple.getKeyNode(), seen, path);
      Optional<Key> key = name == null ? Optional.empty() : section.key(name);
      if (key.isPresent()) {
        Place at = Place.of(tuple.getKeyNode());
        value(tuple.getValueNode(), key.get().type(), joined(path, key.get().name()), at)
            .ifPresent(value -> values.put(key.get().name(), value));
      } else if (name != null) {
        find(tuple.getKeyNode(), unknown(name, section.keyNames(), path));
      }
    }
    for (Key key : section.keys()) {
      if (key.required() && !seen.containsKey(key.name())) {
        findings.add(new Finding(place, "missing key \"" + key.name() + "\"" + under(path)));
      }
    }
    return new Branch(section, values, path, place);
  }

  private Optional<Value> value(Node node, ValueType type, String path, Place at) {
    return switch (type) {
      case Scalar scalar -> scalar(node, scalar, path);
      case ListOf list -> list(node, list, path);
      case MapOf map -> Optional.of(new Value(map(node, map, path), Place.of(node)));
      case Section section ->
          Optional.of(new Value(section(node, section, path, at), Place.of(node)));
      case Named named -> Optional.of(new Value(named(node, named, path, at), Place.of(node)));
      case WordOr both ->
          node instanceof ScalarNode
              ? scalar(node, both.word(), path)
              : Optional.of(new Value(section(node, both.section(), path, at), Place.of(node)));
    };
  }

  private Branch named(Node node, Named named, String path, Place at) {
    Map<String, Value> values = new LinkedHashMap<>();
    Map<String, Place> seen = new LinkedHashMap<>();
    for (NodeTuple tuple : tuples(node, List.of(), path)) {
      String name = keyName(tuple.getKeyNode(), seen, path);
      if (name == null) {
        continue;
      }
      if (!fits(named.name(), name)) {
        find(
            tuple.getKeyNode(),
            quoted(name)
                + under(path)
                + " cannot name a "
                + named.one()
                + ": "
                + named.name().hint());
      }
      Place place = Place.of(tuple.getKeyNode());
      Branch entry = section(tuple.getValueNode(), named.entry(), joined(path, name), place);
      values.put(name, new Value(entry, place));
    }
    return new Branch(new Section(List.of()), values, path, at);
  }

  private Optional<Value> list(Node node, ListOf type, String path) {
    if (!(node instanceof SequenceNode sequence)) {
      find(node, path + " must be a list, such as " + type.example() + "; it is " + kind(node));
      return Optional.empty();
    }
    List<Value> items = new ArrayList<>();
    for (Node item : sequence.getValue()) {
      scalar(item, type.item(), path).ifPresent(items::add);
    }
    return Optional.of(new Value(List.copyOf(items), Place.of(node)));
  }

  private Map<String, Value> map(Node node, MapOf type, String path) {
    Map<String, Value> values = new LinkedHashMap<>();
    Map<String, Place> seen = new LinkedHashMap<>();
    for (NodeTuple tuple : tuples(node, List.of(), path)) {
      String name = keyName(tuple.getKeyNode(), seen, path);
      if (name != null && scalar(tuple.getKeyNode(), type.name(), path).isPresent()) {
        scalar(tuple.getValueNode(), type.value(), joined(path, name))
            .ifPresent(value -> values.put(name, value));
      }
    }
    return values;
  }

  private Optional<Value> scalar(Node node, Scalar type, String path) {
    if (!(node instanceof ScalarNode scalar)) {
      find(node, path + " must be " + type.word() + "; it is " + kind(node));
      return Optional.empty();
    }
    if (isNothing(node)) {
      find(node, path + " has no value; write " + type.word() + ": " + type.hint());
      return Optional.empty();
    }
    String text = scalar.getValue();
    try {
      Value value = new Value(type.read(text), Place.of(node));
      if (type.names() != null) {
        uses.add(new NameUse(type.names(), text, path, value.place()));
      }
      return Optional.of(value);
    } catch (RuntimeException e) {
      find(node, misfit(text, type, path));
      return Optional.empty();
    }
  }

  @SuppressWarnings("ReferenceEquality") // each reader is one constant
  private static String misfit(String text, Scalar type, String path) {
    if (type.reader() == SecretReference.READER) {
      // The text may be the secret itself: it is not repeated.
      return path
          + " is written in plain; put the secret into a file that only you can read and write"
          + " ${file:PATH}, or into the environment and write ${env:NAME}";
    }
    if (type.reader() == PasswordHash.READER) {
      return path
          + " is not a password's hash; write what `ringmaster user hash` prints, or ${file:PATH} or"
          + " ${env:NAME}";
    }
    String near = Nearest.hint(text, type.choices());
    String hint = type.word().contains(type.hint()) ? "" : " (" + type.hint() + ")";
    return path + " is not " + type.word() + ": " + quoted(text) + (near.isEmpty() ? hint : near);
  }

  private List<NodeTuple> tuples(@Nullable Node node, List<String> known, String path) {
    if (node instanceof MappingNode mapping) {
      return mapping.getValue();
    }
    if (node != null && !isNothing(node)) {
      String such = known.isEmpty() ? "" : ", such as \"" + known.getFirst() + "\"";
      find(
          node,
          (path.isEmpty() ? "the file" : path)
              + " must have keys"
              + such
              + "; it is "
              + kind(node));
    }
    return List.of();
  }

  private @Nullable String keyName(Node node, Map<String, Place> seen, String path) {
    if (!(node instanceof ScalarNode scalar)) {
      find(node, "a key" + under(path) + " must be a plain text; it is " + kind(node));
      return null;
    }
    String name = scalar.getValue();
    Place before = seen.putIfAbsent(name, Place.of(node));
    if (before != null) {
      String text = "duplicate key " + quoted(name) + under(path);
      find(node, text + ": it stands on line " + before.line() + " already");
      return null;
    }
    return name;
  }

  private static String unknown(String name, List<String> known, String path) {
    String near = Nearest.hint(name, known);
    return "unknown key "
        + quoted(name)
        + under(path)
        + (near.isEmpty() ? ": known are " + String.join(", ", known) : near);
  }

  private static boolean fits(Scalar type, String text) {
    try {
      type.read(text);
      return true;
    } catch (RuntimeException e) {
      return false;
    }
  }

  private static boolean isNothing(Node node) {
    return node instanceof ScalarNode scalar
        && scalar.getScalarStyle() == DumperOptions.ScalarStyle.PLAIN
        && List.of("", "~", "null").contains(scalar.getValue());
  }

  private static String kind(Node node) {
    if (node instanceof MappingNode) {
      return "a section with keys";
    }
    if (node instanceof SequenceNode) {
      return "a list";
    }
    return node instanceof ScalarNode scalar && !isNothing(node)
        ? "the text " + quoted(scalar.getValue())
        : "empty";
  }

  private static String quoted(String text) {
    String plain = text.replaceAll("\\p{Cntrl}", "?");
    return "\"" + (plain.length() <= SHOWN ? plain : plain.substring(0, SHOWN) + "...") + "\"";
  }

  private static String under(String path) {
    return path.isEmpty() ? " at the top" : " under " + path;
  }

  private static String joined(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private void find(Node node, String text) {
    findings.add(new Finding(Place.of(node), text));
  }
}
