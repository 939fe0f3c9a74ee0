// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.store;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.kernel.Personal;

/**
 * A record as JSON for people and their tools: components by name, ids as their text, instants as
 * the numbers they are, what is null left out. Not read back: the bytes beside it are. Owned by one
 * thread.
 */
public final class FactJson {
  private static final MethodType GETTER = MethodType.methodType(Object.class, Record.class);

  private record Component(byte[] quotedName, boolean scalar, MethodHandle getter) {}

  private final Map<Class<?>, Component[]> shapes = new HashMap<>();
  private final JsonBuffer json = new JsonBuffer();

  /** A writer of its own, for one thread. */
  public FactJson() {}

  /** The record as a JSON object, in UTF-8; good until the next call. */
  JsonBuffer of(Record value) {
    json.clear();
    writeObject(value, shape(value));
    return json;
  }

  /** Anything a component can be, as JSON text. */
  public String text(Object value) {
    json.clear();
    write(value);
    return new String(json.array(), 0, json.length(), StandardCharsets.UTF_8);
  }

  private void write(@Nullable Object value) {
    switch (value) {
      case null -> json.plain("null");
      case String text -> json.string(clean(text));
      case Personal personal -> json.string(clean(personal.text()));
      case Record part -> writeRecord(part);
      case Long number -> json.plain(Long.toString(number));
      case Integer number -> json.plain(Integer.toString(number));
      case Double number -> writeDouble(number);
      case Boolean flag -> json.plain(flag.toString());
      case Enum<?> constant -> json.string(constant.name());
      case Collection<?> many -> {
        json.begin('[');
        many.forEach(this::write);
        json.end(']');
      }
      case Map<?, ?> map -> {
        json.begin('{');
        for (Map.Entry<?, ?> one : map.entrySet()) {
          json.name(clean(one.getKey().toString()));
          write(one.getValue());
        }
        json.end('}');
      }
      default -> json.string(clean(value.toString()));
    }
  }

  /** What is no number in JSON stands as a text. */
  private void writeDouble(double number) {
    if (Double.isFinite(number)) {
      json.plain(Double.toString(number));
    } else {
      json.string(Double.toString(number));
    }
  }

  private void writeRecord(Record value) {
    Component[] components = shape(value);
    if (components.length == 1 && components[0].scalar()) {
      write(get(components[0], value));
    } else {
      writeObject(value, components);
    }
  }

  private void writeObject(Record value, Component[] components) {
    json.begin('{');
    for (Component component : components) {
      Object part = get(component, value);
      if (part != null) {
        json.name(component.quotedName());
        write(part);
      }
    }
    json.end('}');
  }

  private Component[] shape(Record value) {
    Component[] known = shapes.get(value.getClass());
    if (known == null) {
      known = shapeOf(value.getClass());
      shapes.put(value.getClass(), known);
    }
    return known;
  }

  private static boolean isScalar(Class<?> type) {
    return type == String.class || type == long.class || type == int.class;
  }

  private static Component[] shapeOf(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    Component[] shape = new Component[components.length];
    for (int i = 0; i < shape.length; i++) {
      Method getter = components[i].getAccessor();
      getter.setAccessible(true); // parts of a fact need not be public
      try {
        shape[i] =
            new Component(
                JsonBuffer.quoted(components[i].getName()),
                isScalar(getter.getReturnType()),
                MethodHandles.lookup().unreflect(getter).asType(GETTER));
      } catch (IllegalAccessException e) {
        throw unreadable(type, e);
      }
    }
    return shape;
  }

  private static @Nullable Object get(Component component, Record value) {
    try {
      return (Object) component.getter().invokeExact(value);
    } catch (Throwable e) {
      throw unreadable(value.getClass(), e);
    }
  }

  private static IllegalStateException unreadable(Class<?> type, Throwable why) {
    return new IllegalStateException(type.getName() + " cannot be read", why);
  }

  /** Zero characters and halves of characters, which JSON in PostgreSQL cannot hold, replaced. */
  private static String clean(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0 || Character.isSurrogate(c)) {
        String whole = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        return whole.replace('\0', '\ufffd');
      }
    }
    return text;
  }
}
