// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
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
final class FactJson {
  private record Component(String name, Method getter) {}

  private final JsonFactory factory = new JsonFactory();
  private final Map<Class<?>, Component[]> shapes = new HashMap<>();
  private final ByteArrayBuilder out = new ByteArrayBuilder();

  /** The record as a JSON object, in UTF-8. */
  byte[] bytes(Record value) {
    out.reset();
    try (JsonGenerator json = factory.createGenerator(out)) {
      writeObject(json, value, shape(value));
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return out.toByteArray();
  }

  /** Anything a component can be, as JSON text. */
  String text(Object value) {
    out.reset();
    try (JsonGenerator json = factory.createGenerator(out)) {
      write(json, value);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return new String(out.toByteArray(), StandardCharsets.UTF_8);
  }

  private void write(JsonGenerator json, @Nullable Object value) throws IOException {
    switch (value) {
      case null -> json.writeNull();
      case Personal personal -> json.writeString(clean(personal.text()));
      case Record part -> writeRecord(json, part);
      case Long number -> json.writeNumber(number);
      case Integer number -> json.writeNumber(number);
      case Double number -> json.writeNumber(number);
      case Boolean flag -> json.writeBoolean(flag);
      case Enum<?> constant -> json.writeString(constant.name());
      case Collection<?> many -> {
        json.writeStartArray();
        for (Object one : many) {
          write(json, one);
        }
        json.writeEndArray();
      }
      case Map<?, ?> map -> {
        json.writeStartObject();
        for (Map.Entry<?, ?> one : map.entrySet()) {
          json.writeFieldName(clean(one.getKey().toString()));
          write(json, one.getValue());
        }
        json.writeEndObject();
      }
      default -> json.writeString(clean(value.toString()));
    }
  }

  private void writeRecord(JsonGenerator json, Record value) throws IOException {
    Component[] components = shape(value);
    if (components.length == 1 && isScalar(components[0].getter().getReturnType())) {
      write(json, get(components[0], value));
    } else {
      writeObject(json, value, components);
    }
  }

  private void writeObject(JsonGenerator json, Record value, Component[] components)
      throws IOException {
    json.writeStartObject();
    for (Component component : components) {
      Object part = get(component, value);
      if (part != null) {
        json.writeFieldName(component.name());
        write(json, part);
      }
    }
    json.writeEndObject();
  }

  private Component[] shape(Record value) {
    return shapes.computeIfAbsent(value.getClass(), FactJson::shapeOf);
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
      shape[i] = new Component(components[i].getName(), getter);
    }
    return shape;
  }

  private static @Nullable Object get(Component component, Record value) {
    try {
      return component.getter().invoke(value);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(
          value.getClass().getName() + "." + component.name() + " cannot be read", e);
    }
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
