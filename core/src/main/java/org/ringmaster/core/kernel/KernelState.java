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

  private int cell = 1;
  private long epoch;
  private long sequence;
  private long recordedAtMicros;

  /** Of the last fact applied; the inputs after it left none behind. */
  private long inputOfLastFact;

  private long inputSequence;

  /** Opens a new epoch when the platform starts. */
  void decide(Input input, Decision decision) {
    if (input instanceof Started started) {
      decision.record(new EpochBegan(started.cell(), Math.max(epoch + 1, started.wantedEpoch())));
    }
  }

  @Override
  public void apply(Fact fact, Envelope envelope) {
    if (fact instanceof EpochBegan began) {
      cell = began.cell();
      epoch = began.epoch();
    }
    sequence = envelope.sequence();
    inputOfLastFact = envelope.inputSequence();
    inputSequence = Math.max(inputSequence, inputOfLastFact);
    recordedAtMicros = Math.max(recordedAtMicros, envelope.recordedAtMicros());
  }

  @Override
  public void snapshot(Consumer<Record> out) {
    out.accept(new Counters(cell, epoch, sequence, inputOfLastFact, recordedAtMicros));
  }

  @Override
  public void restore(Record entity) {
    if (entity instanceof Counters saved) {
      cell = saved.cell();
      epoch = saved.epoch();
      sequence = saved.sequence();
      inputOfLastFact = saved.inputSequence();
      inputSequence = saved.inputSequence();
      recordedAtMicros = saved.recordedAtMicros();
    }
  }

  /** The cell in force. */
  public int cell() {
    return cell;
  }

  /** The epoch in force. */
  public long epoch() {
    return epoch;
  }

  /** Sequence of the last fact applied. */
  public long lastSequence() {
    return sequence;
  }

  long nextSequence() {
    return sequence + 1;
  }

  /** When the last fact was recorded, epoch microseconds; 0 before the first. */
  public long lastRecordedAtMicros() {
    return recordedAtMicros;
  }

  long nextInputSequence() {
    return ++inputSequence;
  }
}
