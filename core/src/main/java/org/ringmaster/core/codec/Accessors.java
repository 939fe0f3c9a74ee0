// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.codec;

import static java.lang.invoke.MethodType.methodType;

import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Spins getters and constructors of records into plain functional objects, once, when a type is
 * first used. They cost what a lambda costs: no reflection and no boxing while encoding.
 */
@SuppressWarnings("unchecked") // each shape is asked for by the type that it is cast to
final class Accessors {
  private Accessors() {}

  static ToLongFunction<Record> longGetter(RecordComponent component) {
    return (ToLongFunction<Record>)
        spin(component, ToLongFunction.class, "applyAsLong", long.class);
  }

  static ToIntFunction<Record> intGetter(RecordComponent component) {
    return (ToIntFunction<Record>) spin(component, ToIntFunction.class, "applyAsInt", int.class);
  }

  static ToDoubleFunction<Record> doubleGetter(RecordComponent component) {
    return (ToDoubleFunction<Record>)
        spin(component, ToDoubleFunction.class, "applyAsDouble", double.class);
  }

  static Predicate<Record> booleanGetter(RecordComponent component) {
    return (Predicate<Record>) spin(component, Predicate.class, "test", boolean.class);
  }

  static Function<Record, @Nullable Object> objectGetter(RecordComponent component) {
    return (Function<Record, @Nullable Object>)
        spin(component, Function.class, "apply", Object.class);
  }

  /** The constructor of a record that has a single {@code String} component. */
  static Function<Object, Record> fromText(Class<?> type) {
    return (Function<Object, Record>)
        spinConstructor(type, Function.class, "apply", Object.class, String.class);
  }

  /** The constructor of a record that has a single {@code long} component. */
  static LongFunction<Record> fromLong(Class<?> type) {
    return (LongFunction<Record>)
        spinConstructor(type, LongFunction.class, "apply", long.class, long.class);
  }

  /** The constructor of a record that has a single {@code int} component. */
  static IntFunction<Record> fromInt(Class<?> type) {
    return (IntFunction<Record>)
        spinConstructor(type, IntFunction.class, "apply", int.class, int.class);
  }

  /** The canonical constructor as a handle of type {@code (Object[])Record}. */
  static MethodHandle constructor(Class<?> type, RecordComponent[] components) {
    Class<?>[] parameters = new Class<?>[components.length];
    for (int i = 0; i < parameters.length; i++) {
      parameters[i] = components[i].getType();
    }
    try {
      MethodHandle handle = lookup(type).findConstructor(type, methodType(void.class, parameters));
      return handle
          .asSpreader(Object[].class, parameters.length)
          .asType(methodType(Record.class, Object[].class));
    } catch (ReflectiveOperationException e) {
      throw new CodecException("no canonical constructor to reach in " + type.getName(), e);
    }
  }

  private static Object spin(
      RecordComponent component, Class<?> shape, String method, Class<?> result) {
    Method accessor = component.getAccessor();
    Class<?> owner = component.getDeclaringRecord();
    try {
      Lookup lookup = lookup(owner);
      MethodHandle getter = lookup.unreflect(accessor);
      return spin(lookup, shape, method, methodType(result, Object.class), getter, getter.type());
    } catch (ReflectiveOperationException e) {
      throw new CodecException("cannot reach " + owner.getName() + "." + component.getName(), e);
    }
  }

  private static Object spinConstructor(
      Class<?> type, Class<?> shape, String method, Class<?> erased, Class<?> parameter) {
    try {
      Lookup lookup = lookup(type);
      MethodHandle made = lookup.findConstructor(type, methodType(void.class, parameter));
      return spin(
          lookup,
          shape,
          method,
          methodType(Object.class, erased),
          made,
          methodType(type, parameter));
    } catch (ReflectiveOperationException e) {
      throw new CodecException("cannot reach the constructor of " + type.getName(), e);
    }
  }

  private static Object spin(
      Lookup lookup,
      Class<?> shape,
      String method,
      MethodType erased,
      MethodHandle target,
      MethodType actual) {
    try {
      return LambdaMetafactory.metafactory(
              lookup, method, methodType(shape), erased, target, actual)
          .getTarget()
          .invoke();
    } catch (Throwable e) {
      throw new CodecException("cannot spin an accessor for " + actual, e);
    }
  }

  private static Lookup lookup(Class<?> type) throws IllegalAccessException {
    return MethodHandles.privateLookupIn(type, MethodHandles.lookup());
  }
}
