// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.fault;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.engine.Centre;
import org.ringmaster.core.engine.InputRecorder;
import org.ringmaster.core.journal.FactFrame;
import org.ringmaster.core.journal.JournalException;
import org.ringmaster.core.journal.JournalReader;
import org.ringmaster.core.kernel.Command;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.core.kernel.Turn;
import org.ringmaster.dialer.DialerCentre;

/**
 * What the judge knows by himself: every fact as it was decided, how far others could know of them
 * (a command left, an answer was given, a follower was told), and the state that the facts on disk
 * make. Outlives all lives. Any thread.
 */
final class Ledger {
  private final FactCodec codec;
  private final FactFrame frame;
  private final FactFrame reading;
  private final Centre truth = DialerCentre.centre();
  private final Tally tally;
  private final LongConsumer told;
  private final Map<Long, byte[]> decided = new TreeMap<>();
  private final IdentityHashMap<Command, Long> commands = new IdentityHashMap<>();
  private final IdentityHashMap<Input, Long> inputs = new IdentityHashMap<>();
  private boolean judges = true;
  private long decidedUpTo;
  private long promised;
  private long judgedUpTo;

  /**
   * An empty ledger.
   *
   * @param told hears of every promise, at once
   */
  Ledger(FactCodec codec, Tally tally, LongConsumer told) {
    this.codec = codec;
    this.frame = new FactFrame(codec);
    this.reading = new FactFrame(codec);
    this.tally = tally;
    this.told = told;
  }

  /** One that hears promises and leaves the judging to the process that outlives this one. */
  static Ledger of(FactCodec codec, Tally tally, LongConsumer told) {
    Ledger ledger = new Ledger(codec, tally, told);
    ledger.judges = false;
    return ledger;
  }

  /** Hears every turn before the journal does. */
  InputRecorder before(InputRecorder recorder) {
    return (turn, endOfBatch) -> {
      decided(turn);
      recorder.keep(turn, endOfBatch);
    };
  }

  private synchronized void decided(Turn turn) {
    for (RecordedFact fact : turn.facts) {
      ByteBuffer payload = frame.encode(fact);
      byte[] bytes = new byte[payload.remaining()];
      payload.get(bytes);
      decided.put(fact.sequence(), bytes);
      decidedUpTo = fact.sequence();
    }
    turn.commands.forEach(command -> commands.put(command, decidedUpTo));
    if (turn.request != null && turn.input != null) {
      inputs.put(turn.input, decidedUpTo);
    }
  }

  /** A command is out in the world, and with it the facts that led to it. */
  synchronized void left(Command command) {
    promise(commands.remove(command));
  }

  /** Whoever asked has an answer. */
  synchronized void answered(Input input) {
    promise(inputs.remove(input));
  }

  /** Somebody outside this process, or behind the journal, knows of this fact. */
  synchronized void promise(@Nullable Long sequence) {
    if (sequence != null && sequence > promised) {
      promised = sequence;
      told.accept(promised);
    }
  }

  /** The last fact that was found on disk. */
  synchronized long judgedUpTo() {
    return judgedUpTo;
  }

  /** Takes over what another process has decided and this one has not seen. */
  synchronized void decidedElsewhere() {
    decided.clear();
  }

  /** A journal has been recovered: compares it with what was decided and promised. */
  synchronized void judge(Path folder, long lastSequence) {
    if (!judges) {
      return;
    }
    tally.facts(Math.max(0, promised - judgedUpTo));
    if (promised > lastSequence) {
      tally.lost(
          promised - lastSequence,
          "facts " + (lastSequence + 1) + " to " + promised + " were known and are gone");
    }
    try (JournalReader reader = new JournalReader(folder, judgedUpTo + 1)) {
      while (reader.next()) {
        read(reader.sequence(), reader.payload());
      }
    } catch (JournalException e) {
      tally.lost(1, String.valueOf(e.getMessage()));
    }
    if (judgedUpTo != lastSequence) {
      tally.lost(1, "the journal says " + lastSequence + " and reads up to " + judgedUpTo);
    }
    promised = Math.min(promised, lastSequence);
    decidedUpTo = lastSequence;
    decided.clear();
    commands.clear();
    inputs.clear();
  }

  private void read(long sequence, ByteBuffer payload) {
    byte[] found = new byte[payload.remaining()];
    payload.get(payload.position(), found);
    byte[] expected = decided.get(sequence);
    if (expected != null && !Arrays.equals(expected, found)) {
      tally.altered("fact " + sequence + " is not what was decided");
    }
    if (sequence != judgedUpTo + 1) {
      tally.doubled("fact " + sequence + " follows " + judgedUpTo);
    }
    judgedUpTo = sequence;
    truth.replay(reading.decode(sequence, payload));
  }

  /** Compares a recovered state with the one that the facts alone make. */
  synchronized void judge(Centre recovered) {
    if (judges && truth.hash(codec) != recovered.hash(codec)) {
      tally.state("the state at fact " + judgedUpTo + " is not the one that its facts make");
    }
  }
}
