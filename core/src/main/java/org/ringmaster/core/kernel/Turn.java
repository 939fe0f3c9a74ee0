// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.kernel;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One turn of the kernel: an input and all that came of it. Also the slot of the ring, so it is
 * mutable and used again; each stage reads it in its own time, none keeps it.
 */
public final class Turn {

  public long inputSequence;
  public long occurredAtMicros;
  public long recordedAtMicros;

  /**
   * How far {@link #recordedAtMicros} is ahead of what the machine's clock showed when the kernel
   * took the input; 0 as long as nobody has set that back.
   */
  public long aheadMicros;

  /**
   * {@code System.nanoTime()} when the adapter offered it, when the kernel took it and when the
   * kernel was done; for latency only.
   */
  public long offeredNanos;

  public long takenNanos;
  public long decidedNanos;

  public @Nullable Input input;
  public @Nullable RequestId request;
  public @Nullable Answer answer;
  public final List<RecordedFact> facts = new ArrayList<>();
  public final List<Command> commands = new ArrayList<>();

  /** Makes the slot ready for the next input. */
  public void clear() {
    input = null;
    request = null;
    answer = null;
    aheadMicros = 0;
    facts.clear();
    commands.clear();
  }
}
