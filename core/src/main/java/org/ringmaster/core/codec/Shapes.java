// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.codec;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.kernel.Personal;

/**
 * Finds, for every component of every registered record, how it is written. Filled once, then read
 * by any thread.
 */
final class Shapes {
  private final Map<Class<?>, TypeCodec> registered = new HashMap<>();
  private final SortedMap<String, TypeCodec> named = new TreeMap<>();
  private final SortedMap<String, TypeCodec> nested = new TreeMap<>();
  private final SortedMap<String, Class<?>> enums = new TreeMap<>();
  private final Map<Class<?>, ValueCodec> values = new HashMap<>();

  Shapes(CodecRegistry registry) {
    text(String.class, "string", text -> text);
    text(LocalDate.class, "date", LocalDate::parse);
    text(LocalTime.class, "time", LocalTime::parse);
    text(ZoneId.class, "zone", ZoneId::of);
    values.put(Long.class, new ScalarValues.LongValue("int64", v -> (Long) v, n -> n));
    values.put(
        Integer.class, new ScalarValues.LongValue("int32", v -> (Integer) v, Math::toIntExact));
    values.put(
        Boolean.class, new ScalarValues.LongValue("bool", v -> (Boolean) v ? 1 : 0, n -> n != 0));
    values.put(Double.class, new ScalarValues.DoubleValue());
    values.put(Personal.class, new PersonalValue());
    registry
        .types()
        .forEach(
            (name, type) -> {
              TypeCodec codec = new TypeCodec(name, type);
              named.put(name, codec);
              registered.put(type, codec);
            });
    named.values().forEach(this::link);
  }

  /** The codec of a registered type. */
  TypeCodec registered(Class<?> type) {
    TypeCodec codec = registered.get(type);
    if (codec == null) {
      throw new CodecException(type.getName() + " has no short name; add it to its CodecRegistry");
    }
    return codec;
  }

  /** The codec of a short name. */
  TypeCodec named(String name) {
    TypeCodec codec = named.get(name);
    if (codec == null) {
      throw new CodecException(
          "no type is named " + name + "; were the bytes written by a newer version?");
    }
    return codec;
  }

  SortedMap<String, TypeCodec> named() {
    return named;
  }

  SortedMap<String, TypeCodec> nested() {
    return nested;
  }

  SortedMap<String, Class<?>> enums() {
    return enums;
  }

  private <T> void text(Class<T> type, String name, Function<String, T> parse) {
    values.put(type, new ScalarValues.TextValue(name, Object::toString, parse::apply));
  }

  private void link(TypeCodec codec) {
    RecordComponent[] components = codec.type().getRecordComponents();
    List<FieldCodec> fields = new ArrayList<>();
    for (int i = 0; i < components.length; i++) {
      try {
        fields.add(field(i + 1, components[i]));
      } catch (CodecException e) {
        throw new CodecException(
            codec.type().getName() + "." + components[i].getName() + ": " + e.getMessage(), e);
      }
    }
    codec.link(fields);
  }

  private FieldCodec field(int number, RecordComponent component) {
    Class<?> raw = component.getType();
    if (raw == long.class) {
      return new PrimitiveFields.LongField(number, late(Accessors::longGetter, component));
    } else if (raw == int.class) {
      return new PrimitiveFields.IntField(number, late(Accessors::intGetter, component));
    } else if (raw == boolean.class) {
      return new PrimitiveFields.BooleanField(number, late(Accessors::booleanGetter, component));
    } else if (raw == double.class) {
      return new PrimitiveFields.DoubleField(number, late(Accessors::doubleGetter, component));
    }
    Late<Function<Record, @Nullable Object>> getter = late(Accessors::objectGetter, component);
    if (raw == List.class) {
      return new ManyField.OfList(number, getter, argument(component, 0));
    } else if (raw == Set.class) {
      return new ManyField.OfSet(number, getter, argument(component, 0));
    } else if (raw == Map.class) {
      return new ManyField.OfMap(number, getter, argument(component, 0), argument(component, 1));
    }
    return new ValueField(number, getter, value(raw));
  }

  private static <T> Late<T> late(Function<RecordComponent, T> spin, RecordComponent component) {
    return new Late<>(() -> spin.apply(component));
  }

  private ValueCodec argument(RecordComponent component, int index) {
    if (component.getGenericType() instanceof ParameterizedType shaped) {
      Type type = shaped.getActualTypeArguments()[index];
      if (type instanceof Class<?> plain) {
        return value(plain);
      }
    }
    throw new CodecException("elements must be of a plain type, wrap others in a record");
  }

  private ValueCodec value(Class<?> type) {
    ValueCodec known = values.get(type);
    if (known == null) {
      known = made(type);
      values.put(type, known);
    }
    return known;
  }

  private ValueCodec made(Class<?> type) {
    if (type.isEnum()) {
      oneOfItsName(enums.put(Schema.nameOf(type), type), type);
      return ScalarValues.TextValue.ofEnum(type);
    } else if (type.isInterface()) {
      return new NamedValue(type, this);
    } else if (!type.isRecord()) {
      throw new CodecException("type " + type.getName() + " cannot be encoded");
    }
    RecordComponent[] components = type.getRecordComponents();
    if (components.length == 1 && components[0].getType() == String.class) {
      return ScalarValues.TextValue.ofRecord(type, components[0]);
    } else if (components.length == 1 && components[0].getType() == long.class) {
      return ScalarValues.LongValue.ofRecord(type, components[0]);
    } else if (components.length == 1 && components[0].getType() == int.class) {
      return ScalarValues.LongValue.ofIntRecord(type, components[0]);
    }
    return nestedRecord(type);
  }

  private ValueCodec nestedRecord(Class<?> type) {
    TypeCodec codec = registered.get(type);
    if (codec != null) {
      return new NestedValue(codec);
    }
    codec = new TypeCodec(Schema.nameOf(type), type);
    TypeCodec other = nested.put(codec.name(), codec);
    oneOfItsName(other == null ? null : other.type(), type);
    ValueCodec value = new NestedValue(codec);
    values.put(type, value); // before linking: a record may contain itself
    link(codec);
    return value;
  }

  private static void oneOfItsName(@Nullable Class<?> other, Class<?> type) {
    if (other != null && other != type) {
      throw new CodecException(
          other.getName()
              + " and "
              + type.getName()
              + " have the same name in the schema; rename one");
    }
  }
}
