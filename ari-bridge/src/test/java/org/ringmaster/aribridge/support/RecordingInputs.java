// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.support;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.ringmaster.core.engine.Inlet;
import org.ringmaster.core.kernel.Answer;
import org.ringmaster.core.kernel.Input;

/** Keeps every input that is told, in order. */
public final class RecordingInputs implements Inlet {
  /** An input and when it happened, in epoch microseconds. */
  public record Told(Input input, long occurredAtMicros) {}

  private final List<Told> told = new CopyOnWriteArrayList<>();

  @Override
  public void offer(Input input, long occurredAtMicros) {
    told.add(new Told(input, occurredAtMicros));
  }

  @Override
  public CompletableFuture<Answer> ask(Input input) {
    throw new UnsupportedOperationException("a node asks nothing");
  }

  /** All inputs so far, in order. */
  public List<Told> told() {
    return told;
  }

  /** All inputs of one kind so far. */
  public <T extends Input> List<T> all(Class<T> type) {
    return told.stream().map(Told::input).filter(type::isInstance).map(type::cast).toList();
  }

  /** The first input of a kind, waited for. */
  public <T extends Input> T await(Class<T> type) {
    return await(type, input -> true);
  }

  /** The first input of a kind that is as wanted, waited for. */
  public <T extends Input> T await(Class<T> type, Predicate<T> wanted) {
    Until.holds(() -> type.getSimpleName() + tail(), () -> find(type, wanted) != null);
    return find(type, wanted);
  }

  /** Waits until there are so many inputs of a kind. */
  public <T extends Input> void await(Class<T> type, int count) {
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
