// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.board;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.OfferId;
import org.ringmaster.core.call.Bridge;
import org.ringmaster.core.call.BridgeId;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.PlaybackId;
import org.ringmaster.core.call.RecordingId;
import org.ringmaster.core.callback.CallbackId;
import org.ringmaster.core.queue.EntryId;
import org.ringmaster.core.voicemail.MessageId;

/**
 * Tells which calls a record is about, by the ids among its components: the call's own, or those of
 * things that belong to a call. Learns who belongs where from the facts, whatever module they are
 * of. Owned by the board thread.
 */
final class CallIndex {

  /** Ids of things that belong to one call at a time. A bridge may be a room that many share. */
  private static final Set<Class<?>> PARTS =
      Set.of(
          LegId.class,
          EntryId.class,
          OfferId.class,
          PlaybackId.class,
          RecordingId.class,
          CallbackId.class,
          MessageId.class);

  private static final MethodType GETTER = MethodType.methodType(Object.class, Record.class);

  /** How the telling components of a record are read; called without an array of arguments. */
  private static final ClassValue<MethodHandle[]> GETTERS =
      new ClassValue<>() {
        @Override
        protected MethodHandle[] computeValue(Class<?> type) {
          List<MethodHandle> telling = new ArrayList<>();
          for (RecordComponent component : type.getRecordComponents()) {
            Class<?> of = component.getType();
            if (of == CallId.class
                || of == BridgeId.class
                || of == List.class
                || PARTS.contains(of)) {
              telling.add(getter(component));
            }
          }
          return telling.toArray(new MethodHandle[0]);
        }
      };

  private static MethodHandle getter(RecordComponent component) {
    Method accessor = component.getAccessor();
    accessor.setAccessible(true); // parts of a fact need not be public
    try {
      return MethodHandles.lookup().unreflect(accessor).asType(GETTER);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("cannot read " + component + " of a record", e);
    }
  }

  private final Map<Record, CallId> callOf = new HashMap<>();
  private final Map<CallId, Set<Record>> partsOf = new HashMap<>();

  /**
   * Learns from a fact, or from a line of a snapshot, which things belong to which call; the calls
   * that it is about.
   */
  Set<CallId> learn(Record fact) {
    switch (fact) {
      case CallFact.LegLent lent -> {
        forget(lent.leg());
        if (lent.call() != null) {
          bind(lent.leg(), lent.call());
        }
        return callsIn(lent);
      }
      case CallFact.BridgeOpened opened when opened.call() != null ->
          bind(opened.bridge(), opened.call());
      case Bridge bridge when bridge.call() != null -> bind(bridge.id(), bridge.call());
      default -> {}
    }
    List<Record> ids = idsIn(fact);
    Set<CallId> calls = callsAmong(ids);
    CallId call = only(calls);
    for (Record id : ids) {
      if (call != null && PARTS.contains(id.getClass())) {
        bind(id, call);
      }
    }
    return calls;
  }

  /** The calls that a record is about. */
  Set<CallId> callsIn(Record record) {
    return callsAmong(idsIn(record));
  }

  /** Forgets a call and all that belongs to it. */
  void forget(CallId call) {
    Set<Record> parts = partsOf.remove(call);
    if (parts != null) {
      parts.forEach(part -> callOf.remove(part, call));
    }
  }

  private void forget(LegId leg) {
    CallId before = callOf.remove(leg);
    Set<Record> parts = before == null ? null : partsOf.get(before);
    if (parts != null) {
      parts.remove(leg);
    }
  }

  private void bind(Record part, CallId call) {
    callOf.put(part, call);
    partsOf.computeIfAbsent(call, id -> new LinkedHashSet<>()).add(part);
  }

  private static @Nullable CallId only(Set<CallId> calls) {
    return calls.size() == 1 ? calls.iterator().next() : null;
  }

  private Set<CallId> callsAmong(List<Record> ids) {
    Set<CallId> calls = new LinkedHashSet<>();
    for (Record id : ids) {
      CallId call = id instanceof CallId itself ? itself : callOf.get(id);
      if (call != null) {
        calls.add(call);
      }
    }
    return calls;
  }

  private static List<Record> idsIn(Record record) {
    MethodHandle[] getters = GETTERS.get(record.getClass());
    List<Record> ids = new ArrayList<>(getters.length);
    for (MethodHandle getter : getters) {
      Object value = read(getter, record);
      if (value instanceof Record id) {
        ids.add(id);
      } else if (value instanceof List<?> many) {
        for (Object each : many) {
          if (each != null && PARTS.contains(each.getClass())) {
            ids.add((Record) each);
          }
        }
      }
    }
    return ids;
  }

  private static @Nullable Object read(MethodHandle getter, Record record) {
    try {
      return (Object) getter.invokeExact(record);
    } catch (Throwable e) {
      throw new IllegalStateException("cannot read a component of " + record.getClass(), e);
    }
  }
}
