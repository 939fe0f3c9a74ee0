// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.codec;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.calendar.Calendar;
import org.ringmaster.core.calendar.OpenHours;
import org.ringmaster.core.call.Endpoint;
import org.ringmaster.core.call.Prompt;

/** Makes records with any content their components allow, the same for the same seed. */
final class RandomRecords {
  private static final List<String> TEXTS =
      List.of("", "x", "sales", "Grüße, 世界", "a\nb", "l01-t3k9a2-0000000042", "*", "0".repeat(200));
  private static final List<Long> NUMBERS =
      List.of(0L, 1L, -1L, 127L, 128L, 1_793_613_600_000_000L, Long.MAX_VALUE, Long.MIN_VALUE);

  private final Random random;

  RandomRecords(long seed) {
    random = new Random(seed);
  }

  <R extends Record> R record(Class<R> type) {
    return type.cast(made(type));
  }

  /** Records that check what they are made of get what they allow. */
  private Object made(Class<?> type) {
    if (type == Prompt.class) {
      return Prompt.sound("vm-" + random.nextInt(100));
    } else if (type == Endpoint.class) {
      return Endpoint.through("carrier", "+49" + random.nextInt(1_000_000));
    } else if (type == OpenHours.class) {
      int from = random.nextInt(1_439);
      DayOfWeek day = DayOfWeek.of(1 + random.nextInt(7));
      return new OpenHours(day, from, from + 1 + random.nextInt(1_440 - from));
    } else if (type == Calendar.class) {
      String holiday = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(365)).toString();
      return new Calendar(
          record(org.ringmaster.core.calendar.CalendarId.class),
          random.nextBoolean() ? "Europe/Berlin" : "America/Sao_Paulo",
          List.of(record(OpenHours.class)),
          List.of(holiday));
    }
    return constructed(type);
  }

  private Object constructed(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      values[i] = value(components[i].getGenericType(), isNullable(components[i]));
    }
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("cannot make a " + type, e);
    }
  }

  private static boolean isNullable(RecordComponent component) {
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  private @Nullable Object value(Type type, boolean nullable) {
    if (nullable && random.nextInt(3) == 0) {
      return null;
    }
    if (type instanceof ParameterizedType many) {
      return many(many);
    }
    Class<?> plain = (Class<?>) type;
    if (plain == String.class) {
      return TEXTS.get(random.nextInt(TEXTS.size()));
    } else if (plain == long.class || plain == Long.class) {
      return NUMBERS.get(random.nextInt(NUMBERS.size()));
    } else if (plain == int.class || plain == Integer.class) {
      return NUMBERS.get(random.nextInt(NUMBERS.size())).intValue();
    } else if (plain == boolean.class || plain == Boolean.class) {
      return random.nextBoolean();
    } else if (plain == double.class || plain == Double.class) {
      return random.nextDouble();
    } else if (plain == LocalDate.class) {
      return LocalDate.of(2026, 1, 1).plusDays(random.nextInt(10_000));
    } else if (plain.isEnum()) {
      Object[] constants = plain.getEnumConstants();
      return constants[random.nextInt(constants.length)];
    } else if (plain.isSealed() && plain.isInterface()) {
      Class<?>[] kinds = plain.getPermittedSubclasses();
      return made(kinds[random.nextInt(kinds.length)]);
    } else if (plain.isRecord()) {
      return made(plain);
    }
    throw new AssertionError("no content known for " + type);
  }

  private Object many(ParameterizedType type) {
    Type[] parts = type.getActualTypeArguments();
    int size = random.nextInt(4);
    if (type.getRawType() == Map.class) {
      Map<Object, Object> map = new LinkedHashMap<>();
      for (int i = 0; i < size; i++) {
        map.put(
            java.util.Objects.requireNonNull(value(parts[0], false)),
            java.util.Objects.requireNonNull(value(parts[1], false)));
      }
      return map;
    }
    List<Object> list = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      list.add(java.util.Objects.requireNonNull(value(parts[0], false)));
    }
    return type.getRawType() == Set.class ? new LinkedHashSet<>(list) : list;
  }
}
