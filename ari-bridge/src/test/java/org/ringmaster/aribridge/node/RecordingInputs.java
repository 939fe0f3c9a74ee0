// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.node;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.ringmaster.aribridge.support.Until;
import org.ringmaster.core.engine.Inlet;
import org.ringmaster.core.kernel.Answer;
import org.ringmaster.core.kernel.Input;

/** Keeps every input that a node tells, in order. */
final class RecordingInputs implements Inlet {
  record Told(Input input, long occurredAtMicros) {}

  final List<Told> told = new CopyOnWriteArrayList<>();

  @Override
  public void offer(Input input, long occurredAtMicros) {
    told.add(new Told(input, occurredAtMicros));
  }

  @Override
  public CompletableFuture<Answer> ask(Input input) {
    throw new UnsupportedOperationException("a node asks nothing");
  }

  <T extends Input> List<T> all(Class<T> type) {
    return told.stream().map(Told::input).filter(type::isInstance).map(type::cast).toList();
  }

  <T extends Input> T await(Class<T> type) {
    return await(type, input -> true);
  }

  <T extends Input> T await(Class<T> type, Predicate<T> wanted) {
    Until.holds(() -> type.getSimpleName() + tail(), () -> find(type, wanted) != null);
    return find(type, wanted);
  }

  <T extends Input> void await(Class<T> type, int count) {
    Until.holds(count + " " + type.getSimpleName(), () -> all(type).size() >= count);
  }

  private String tail() {
    return told.stream()
        .skip(Math.max(0, told.size() - 8))
        .map(each -> "\n  " + each.input())
        .collect(Collectors.joining("", ", but told last:", ""));
  }

  private <T extends Input> T find(Class<T> type, Predicate<T> wanted) {
    return all(type).stream().filter(wanted).findFirst().orElse(null);
  }
}
