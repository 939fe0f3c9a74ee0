// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.calendar.Calendar;
import org.ringmaster.core.calendar.CalendarId;
import org.ringmaster.core.calendar.OpenHours;
import org.ringmaster.core.engine.Centre;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.RecordedFact;

@Tag("postgres")
class EveryFactTest {
  private final StoreAddress address = PostgresForTests.newDatabase();

  @Test
  void everyKindOfFactGoesIntoTheStoreWithAllThatItSays() throws Exception {
    List<RecordedFact> facts = new ArrayList<>();
    Set<String> expected = new TreeSet<>();
    for (Map.Entry<String, Class<? extends Record>> named :
        Centre.names().build().types().entrySet()) {
      if (Fact.class.isAssignableFrom(named.getValue())) {
        facts.add(recorded(facts.size() + 1L, (Fact) sample(named.getValue())));
        for (RecordComponent component : named.getValue().getRecordComponents()) {
          expected.add(named.getKey() + "|" + component.getName());
        }
      }
    }
    try (JourneyStore store = JourneyStore.open(PostgresForTests.options(address))) {
      store.follow(new ManualSource().add(facts));
      assertTrue(
          store.awaitApplied(facts.size(), Duration.ofSeconds(60)),
          () -> store.progress().toString());
    }
    assertEquals(
        expected,
        new TreeSet<>(
            PostgresForTests.rows(
                address, "select kind, jsonb_object_keys(fact) from facts order by 1, 2")));
    for (Projection projection : CoreProjections.all()) {
      for (StoreTable table : projection.tables()) {
        String rows = PostgresForTests.value(address, "select count(*) from " + table.name());
        assertTrue(!rows.equals("0"), () -> "no fact makes a row of " + table.name());
      }
    }
    assertEquals(
        "0",
        PostgresForTests.value(address, "select count(*) from facts where fact::text ~ '\\*'"));
  }

  private static RecordedFact recorded(long sequence, Fact fact) {
    long at = SimulatedDay.START_MICROS + sequence;
    return new RecordedFact(new Envelope(sequence, sequence, at, at), fact);
  }

  private static Record sample(Class<?> type) throws ReflectiveOperationException {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      values[i] =
          types[i] == int.class
              ? 16 + i // what has an order is in it
              : value(components[i].getGenericType());
    }
    Constructor<?> constructor = type.getDeclaredConstructor(types);
    constructor.setAccessible(true);
    return (Record) constructor.newInstance(values);
  }

  private static Object value(Type type) throws ReflectiveOperationException {
    if (type instanceof ParameterizedType many) {
      Object element = value(many.getActualTypeArguments()[0]);
      if (many.getRawType() == Map.class) {
        return Map.of(element, value(many.getActualTypeArguments()[1]));
      }
      return many.getRawType() == Set.class ? Set.of(element) : List.of(element);
    }
    Class<?> plain = (Class<?>) type;
    if (plain == long.class || plain == Long.class) {
      return 1_772_668_690_000_000L;
    } else if (plain == int.class || plain == Integer.class) {
      return 16;
    } else if (plain == boolean.class || plain == Boolean.class) {
      return true;
    } else if (plain == String.class) {
      return "text";
    } else if (plain == LocalDate.class) {
      return LocalDate.of(2026, 3, 4);
    } else if (plain == ZoneId.class) {
      return ZoneId.of("UTC");
    } else if (plain == Calendar.class) {
      OpenHours hours = new OpenHours(DayOfWeek.MONDAY, 480, 960);
      return new Calendar(new CalendarId("office"), "UTC", List.of(hours), List.of("2026-12-25"));
    } else if (plain.isEnum()) {
      return plain.getEnumConstants()[0];
    }
    return madeBySome(plain);
  }

  /** A record, or what a static method of an interface's permitted types makes. */
  private static Object madeBySome(Class<?> type) throws ReflectiveOperationException {
    if (type.isRecord()) {
      return sample(type);
    }
    for (Method method : type.getMethods()) {
      if (method.getReturnType() == type && method.getParameterCount() == 0) {
        return method.invoke(null);
      }
    }
    throw new IllegalArgumentException("no sample of " + type);
  }
}
