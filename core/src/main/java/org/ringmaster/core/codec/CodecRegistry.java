// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.codec;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The stable short names of record types, as one module lists them. A name, once it has been in a
 * journal, belongs to its type for ever; the Java class may be renamed and moved freely. Immutable.
 */
public final class CodecRegistry {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)+");

  private final SortedMap<String, Class<? extends Record>> types;

  private CodecRegistry(SortedMap<String, Class<? extends Record>> types) {
    this.types = Collections.unmodifiableSortedMap(new TreeMap<>(types));
  }

  /** Starts an empty list. */
  public static Builder builder() {
    return new Builder();
  }

  /** Every name with its type, sorted by name. */
  public SortedMap<String, Class<? extends Record>> types() {
    return types;
  }

  /** Collects names; a name or a type given twice is an error at once. */
  public static final class Builder {
    private final SortedMap<String, Class<? extends Record>> types = new TreeMap<>();
    private final Map<Class<?>, String> names = new HashMap<>();

    private Builder() {}

    /**
     * Adds one type.
     *
     * @param name two or more lower-case words joined by dots, such as {@code leg.answered}
     * @throws CodecException when the name is malformed, or name or type are already taken
     */
    public Builder add(String name, Class<? extends Record> type) {
      if (!NAME.matcher(name).matches()) {
        throw new CodecException("'" + name + "' is no short name; write it like leg.answered");
      }
      if (!type.isRecord()) {
        throw new CodecException(type.getName() + " is not a record and cannot be named " + name);
      }
      Class<?> other = types.putIfAbsent(name, type);
      if (other != null) {
        throw new CodecException(
            name + " is already the name of " + other.getName() + ", not of " + type.getName());
      }
      String otherName = names.putIfAbsent(type, name);
      if (otherName != null) {
        throw new CodecException(type.getName() + " is already named " + otherName);
      }
      return this;
    }

    /** Adds everything another module has listed. */
    public Builder addAll(CodecRegistry other) {
      other.types.forEach(this::add);
      return this;
    }

    /** The finished list. */
    public CodecRegistry build() {
      return new CodecRegistry(types);
    }
  }
}
