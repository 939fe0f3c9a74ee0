// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.ari;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.ringmaster.bench.measure.ForwardingJournal;
import org.ringmaster.core.call.CallCommand;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.engine.InputRecorder;
import org.ringmaster.core.journal.Journal;
import org.ringmaster.core.kernel.Command;
import org.ringmaster.core.kernel.Turn;

/**
 * Stands between the stages of an engine and notes when callers pass. Each method belongs to the
 * thread of the stage that it watches.
 */
final class StageProbe {
  private volatile @Nullable CallStages stages;
  private final List<String> group = new ArrayList<>();
  private final Queue<String> handed = new ConcurrentLinkedQueue<>();

  /** From now on these are told; null: nobody. */
  void tell(@Nullable CallStages newStages) {
    stages = newStages;
  }

  /** Sees what the journal takes, and hands it on. */
  InputRecorder before(InputRecorder recorder) {
    return (turn, endOfBatch) -> {
      CallStages present = stages;
      if (present != null) {
        taken(turn, present);
      }
      recorder.keep(turn, endOfBatch);
    };
  }

  private void taken(Turn turn, CallStages present) {
    long now = System.nanoTime();
    present.input();
    if (turn.input instanceof CallInput.LegArrived arrived) {
      String channel = arrived.leg().value();
      present.pass(channel, CallStage.OFFERED, turn.offeredNanos);
      present.pass(channel, CallStage.TAKEN, turn.takenNanos);
      present.pass(channel, CallStage.DECIDED, turn.decidedNanos);
      present.pass(channel, CallStage.WRITING, now);
      group.add(channel);
    }
  }

  /** Sees what leaves; called before the node is. */
  void leaves(Command command) {
    CallStages present = stages;
    if (present != null && command instanceof CallCommand.AnswerLeg answer) {
      String channel = answer.leg().value();
      handed.add(channel);
      present.pass(channel, CallStage.HANDED, System.nanoTime());
    }
  }

  /** The node's loop has flushed its socket: what was handed over before has gone. */
  void flushed(long nanos) {
    CallStages present = stages;
    for (String channel = handed.poll(); channel != null; channel = handed.poll()) {
      if (present != null) {
        present.pass(channel, CallStage.SENT, nanos);
      }
    }
  }

  /** The same journal, with its syncs noted. */
  Journal around(Journal journal) {
    return new Noted(journal);
  }

  private final class Noted extends ForwardingJournal {
    Noted(Journal journal) {
      super(journal);
    }

    @Override
    public long sync() {
      long before = System.nanoTime();
      long last = super.sync();
      long after = System.nanoTime();
      CallStages present = stages;
      if (present != null) {
        present.sync();
        present.passAll(group, CallStage.WRITTEN, before);
        present.passAll(group, CallStage.SYNCED, after);
      }
      group.clear();
      return last;
    }
  }
}
