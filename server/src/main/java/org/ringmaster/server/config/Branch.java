// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ringmaster.server.config.ValueType.Scalar;
import org.ringmaster.server.config.ValueType.Section;

/**
 * Keys and values that were read, with presets where nothing was given. While the file has findings
 * it holds what fits; the rest is as if not given.
 */
final class Branch {
  private final Section section;
  private final Map<String, Value> values;
  private final String path;
  private final Place place;

  Branch(Section section, Map<String, Value> values, String path, Place place) {
    this.section = section;
    this.values = new LinkedHashMap<>(values);
    this.path = path;
    this.place = place;
  }

  /** The keys that lead here: {@code queues.sales}. */
  String path() {
    return path;
  }

  Place place() {
    return place;
  }

  /** Everything given in the file that fits. */
  Map<String, Value> all() {
    return values;
  }

  /** The value given in the file, if it fits. */
  Optional<Value> given(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /** Where a key's value stands; where the branch does, if it is not given. */
  Place placeOf(String key) {
    return given(key).map(Value::place).orElse(place);
  }

  long whole(String key) {
    return (Long) content(key);
  }

  int wholeInt(String key) {
    return Math.toIntExact(whole(key));
  }

  boolean yes(String key) {
    return (Boolean) content(key);
  }

  String text(String key) {
    return (String) content(key);
  }

  @Nullable String textOrNull(String key) {
    return (String) contentOrNull(key);
  }

  @Nullable Object contentOrNull(String key) {
    Value value = values.get(key);
    if (value != null) {
      return value.content();
    }
    Key defined = section.key(key).orElseThrow();
    return defined.preset() != null && defined.type() instanceof Scalar scalar
        ? scalar.read(defined.preset())
        : null;
  }

  /** The items of a list; none if it is not given. */
  List<Value> items(String key) {
    Value value = values.get(key);
    if (value == null) {
      return List.of();
    }
    return ((List<?>) value.content()).stream().map(Value.class::cast).toList();
  }

  /** The contents of a list's items. */
  <T> List<T> list(String key, Class<T> type) {
    return items(key).stream().map(item -> type.cast(item.content())).toList();
  }

  /** The contents of names with values, in their order; none if they are not given. */
  <T> Map<String, T> map(String key, Class<T> type) {
    Map<String, T> contents = new LinkedHashMap<>();
    Value value = values.get(key);
    if (value != null) {
      ((Map<?, ?>) value.content())
          .forEach(
              (name, each) -> contents.put((String) name, type.cast(((Value) each).content())));
    }
    return contents;
  }

  /** The section behind a key; an empty one if it is not given. */
  Branch branch(String key) {
    Value value = values.get(key);
    if (value != null && value.content() instanceof Branch found) {
      return found;
    }
    ValueType type = section.key(key).orElseThrow().type();
    return new Branch(
        type instanceof Section known ? known : new Section(List.of()), Map.of(), key, place);
  }

  /** The section behind a key, if it is given. */
  Optional<Branch> givenBranch(String key) {
    return given(key).map(Value::content).filter(Branch.class::isInstance).map(Branch.class::cast);
  }

  /** All named entries of this branch. */
  Map<String, Branch> entries() {
    Map<String, Branch> entries = new LinkedHashMap<>();
    values.forEach((name, value) -> entries.put(name, (Branch) value.content()));
    return entries;
  }

  private Object content(String key) {
    Object content = contentOrNull(key);
    if (content == null) {
      throw new IllegalStateException("no " + key + " under " + path);
    }
    return content;
  }
}
