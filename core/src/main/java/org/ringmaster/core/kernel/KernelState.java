// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.kernel;

import java.util.function.Consumer;

/**
 * What the kernel itself knows: cell, epoch and the last numbers given. Owned by the kernel thread.
 */
public final class KernelState implements Fold {

  /** The kernel's own line in a snapshot. */
  public record Counters(
      int cell, long epoch, long sequence, long inputSequence, long recordedAtMicros) {}

  private Counters counters = new Counters(1, 0, 0, 0, 0);
  private long inputSequence;

  /** Opens a new epoch when the platform starts. */
  void decide(Input input, Decision decision) {
    if (input instanceof Started started) {
      decision.record(
          new EpochBegan(started.cell(), Math.max(counters.epoch() + 1, started.wantedEpoch())));
    }
  }

  @Override
  public void apply(Fact fact, Envelope envelope) {
    int cell = counters.cell();
    long epoch = counters.epoch();
    if (fact instanceof EpochBegan began) {
      cell = began.cell();
      epoch = began.epoch();
    }
    inputSequence = Math.max(inputSequence, envelope.inputSequence());
    counters =
        new Counters(
            cell,
            epoch,
            envelope.sequence(),
            envelope.inputSequence(),
            Math.max(counters.recordedAtMicros(), envelope.recordedAtMicros()));
  }

  @Override
  public void snapshot(Consumer<Record> out) {
    out.accept(counters);
  }

  @Override
  public void restore(Record entity) {
    if (entity instanceof Counters saved) {
      counters = saved;
      inputSequence = saved.inputSequence();
    }
  }

  /** The cell in force. */
  public int cell() {
    return counters.cell();
  }

  /** The epoch in force. */
  public long epoch() {
    return counters.epoch();
  }

  /** Sequence of the last fact applied. */
  public long lastSequence() {
    return counters.sequence();
  }

  long nextSequence() {
    return counters.sequence() + 1;
  }

  /** When the last fact was recorded, epoch microseconds; 0 before the first. */
  public long lastRecordedAtMicros() {
    return counters.recordedAtMicros();
  }

  long nextInputSequence() {
    return ++inputSequence;
  }
}
