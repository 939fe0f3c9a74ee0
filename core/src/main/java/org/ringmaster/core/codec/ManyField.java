// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.codec;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A list, set or map: the field is repeated once for each element. Lists keep their order; sets and
 * maps are written, and come back, in the order of their elements or keys, so that equal records
 * have equal bytes. Empty and null are the same on the wire and come back empty; elements are never
 * null.
 */
abstract class ManyField extends FieldCodec {
  private final Late<Function<Record, @Nullable Object>> getter;
  private final ValueCodec element;

  ManyField(
      int number,
      Late<Function<Record, @Nullable Object>> getter,
      ValueCodec element,
      String type) {
    super(number, element.wireType, type);
    this.getter = getter;
    this.element = element;
  }

  /** The elements of what the component holds, in the order in which they are written. */
  abstract Collection<?> elements(Object held);

  @Override
  int size(Record owner, EncodeMode mode) {
    Object held = getter.get().apply(owner);
    if (held == null || element.leftOut(mode)) {
      return 0;
    }
    int size = 0;
    int tagSize = CodedOutputStream.computeTagSize(number);
    for (Object each : elements(held)) {
      size += tagSize + element.size(each, mode);
    }
    return size;
  }

  @Override
  void write(Record owner, EncodeMode mode, CodedOutputStream out) throws IOException {
    Object held = getter.get().apply(owner);
    if (held == null || element.leftOut(mode)) {
      return;
    }
    for (Object each : elements(held)) {
      out.writeTag(number, wireType);
      element.write(each, mode, out);
    }
  }

  @Override
  Object read(CodedInputStream in, @Nullable Object before) throws IOException {
    Gathered gathered = before instanceof Gathered more ? more : new Gathered();
    gathered.values.add(element.read(in));
    return gathered;
  }

  @Override
  final Object finished(@Nullable Object gathered) {
    return gathered instanceof Gathered some ? whole(some.values) : missing();
  }

  @Override
  void prepare() {
    getter.get();
  }

  @Override
  abstract Object missing();

  abstract Object whole(List<Object> values);

  /** Distinguishes elements still being read from a finished empty collection. */
  private static final class Gathered {
    final List<Object> values = new ArrayList<>();
  }

  static final class OfList extends ManyField {
    OfList(int number, Late<Function<Record, @Nullable Object>> getter, ValueCodec element) {
      super(number, getter, element, "list of " + element.type);
    }

    @Override
    Collection<?> elements(Object held) {
      return (List<?>) held;
    }

    @Override
    Object missing() {
      return List.of();
    }

    @Override
    Object whole(List<Object> values) {
      return List.copyOf(values);
    }
  }

  static final class OfSet extends ManyField {
    private final ValueCodec element;

    OfSet(int number, Late<Function<Record, @Nullable Object>> getter, ValueCodec element) {
      super(number, getter, element, "set of " + element.type);
      this.element = element;
    }

    @Override
    Collection<?> elements(Object held) {
      return sorted((Collection<?>) held, element::sortKey);
    }

    @Override
    Object missing() {
      return Collections.emptySet();
    }

    @Override
    Object whole(List<Object> values) {
      return Collections.unmodifiableSet(new LinkedHashSet<>(values));
    }
  }

  static final class OfMap extends ManyField {
    private final ValueCodec key;

    OfMap(
        int number,
        Late<Function<Record, @Nullable Object>> getter,
        ValueCodec key,
        ValueCodec value) {
      super(number, getter, new EntryValue(key, value), "map of " + key.type + " to " + value.type);
      this.key = key;
    }

    @Override
    Collection<?> elements(Object held) {
      return sorted(
          ((Map<?, ?>) held).entrySet(), e -> key.sortKey(((Map.Entry<?, ?>) e).getKey()));
    }

    @Override
    Object missing() {
      return Collections.emptyMap();
    }

    @Override
    Object whole(List<Object> values) {
      Map<Object, Object> map = new LinkedHashMap<>();
      for (Object each : values) {
        Map.Entry<?, ?> entry = (Map.Entry<?, ?>) each;
        map.put(entry.getKey(), entry.getValue());
      }
      return Collections.unmodifiableMap(map);
    }
  }

  @SuppressWarnings("unchecked")
  private static List<?> sorted(Collection<?> values, Function<Object, Comparable<?>> key) {
    List<Object> list = new ArrayList<>(values);
    list.sort((a, b) -> ((Comparable<Object>) key.apply(a)).compareTo(key.apply(b)));
    return list;
  }

  /** One entry of a map: field 1 the key, field 2 the value. */
  private static final class EntryValue extends ValueCodec.Message {
    private static final int TAG_SIZE = 1;

    private final ValueCodec key;
    private final ValueCodec value;

    EntryValue(ValueCodec key, ValueCodec value) {
      super("entry");
      this.key = key;
      this.value = value;
    }

    @Override
    boolean leftOut(EncodeMode mode) {
      return key.leftOut(mode);
    }

    @Override
    int contentSize(Object entry, EncodeMode mode) {
      Map.Entry<?, ?> e = (Map.Entry<?, ?>) entry;
      int size = TAG_SIZE + key.size(e.getKey(), mode);
      return value.leftOut(mode) ? size : size + TAG_SIZE + value.size(e.getValue(), mode);
    }

    @Override
    void writeContent(Object entry, EncodeMode mode, CodedOutputStream out) throws IOException {
      Map.Entry<?, ?> e = (Map.Entry<?, ?>) entry;
      out.writeTag(1, key.wireType);
      key.write(e.getKey(), mode, out);
      if (!value.leftOut(mode)) {
        out.writeTag(2, value.wireType);
        value.write(e.getValue(), mode, out);
      }
    }

    @Override
    Object readContent(CodedInputStream in) throws IOException {
      Object k = null;
      Object v = null;
      for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
        switch (WireFormat.getTagFieldNumber(tag)) {
          case 1 -> k = key.read(in);
          case 2 -> v = value.read(in);
          default -> in.skipField(tag);
        }
      }
      if (k == null || v == null) {
        throw new CodecException("a map entry lacks its key or its value");
      }
      return Map.entry(k, v);
    }
  }
}
