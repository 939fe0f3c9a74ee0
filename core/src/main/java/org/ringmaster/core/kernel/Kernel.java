// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.kernel;

import java.util.List;

/**
 * The one writer: shows an input to every decider in a fixed order, then every fact recorded to
 * every decider's reaction, until nothing new is said. Owned by the kernel thread.
 */
public final class Kernel implements Decision {

  /** More facts than this from one input mean that deciders answer each other in a circle. */
  private static final int MAX_FACTS_PER_INPUT = 100_000;

  /** An array: they are walked several times for each fact, and a walk must leave no garbage. */
  private final Decider[] deciders;

  private final KernelState state;
  private Turn turn = new Turn();

  /** A kernel over these deciders; their order is the order of every decision. */
  public Kernel(KernelState state, List<Decider> deciders) {
    this.state = state;
    this.deciders = deciders.toArray(new Decider[0]);
  }

  /** Decides about the turn's input; facts, commands and answer are in the turn afterwards. */
  public void handle(Turn turn) {
    this.turn = turn;
    Input input = java.util.Objects.requireNonNull(turn.input);
    long wallMicros = turn.recordedAtMicros - turn.aheadMicros;
    turn.recordedAtMicros = Math.max(turn.recordedAtMicros, state.lastRecordedAtMicros());
    turn.aheadMicros = turn.recordedAtMicros - wallMicros;
    turn.inputSequence = state.nextInputSequence();
    state.decide(input, this);
    for (Decider decider : deciders) {
      decider.decide(input, this);
    }
    for (int i = 0; i < turn.facts.size(); i++) {
      Fact fact = turn.facts.get(i).fact();
      for (Decider decider : deciders) {
        decider.react(fact, this);
      }
    }
  }

  /** Applies a fact read back from the journal. */
  public void replay(RecordedFact recorded) {
    state.apply(recorded.fact(), recorded.envelope());
    for (Decider decider : deciders) {
      decider.apply(recorded.fact(), recorded.envelope());
    }
  }

  @Override
  public void record(Fact fact) {
    record(fact, turn.occurredAtMicros);
  }

  @Override
  public void record(Fact fact, long occurredAtMicros) {
    if (turn.facts.size() >= MAX_FACTS_PER_INPUT) {
      throw new IllegalStateException("deciders answer each other without end at " + fact);
    }
    Envelope envelope =
        new Envelope(
            state.nextSequence(), turn.inputSequence, turn.recordedAtMicros, occurredAtMicros);
    RecordedFact recorded = new RecordedFact(envelope, fact);
    replay(recorded);
    turn.facts.add(recorded);
  }

  @Override
  public void ask(Command command) {
    turn.commands.add(command);
  }

  @Override
  public long nowMicros() {
    return turn.recordedAtMicros;
  }

  @Override
  public long wallMicros() {
    return turn.recordedAtMicros - turn.aheadMicros;
  }

  @Override
  public long occurredAtMicros() {
    return turn.occurredAtMicros;
  }

  @Override
  public String newId(char kind) {
    return IdShape.mint(kind, state.cell(), state.epoch(), state.nextSequence());
  }

  @Override
  public void accept(String detail) {
    turn.answer = new Answer.Accepted(detail);
  }

  @Override
  public void refuse(String why) {
    turn.answer = new Answer.Refused(why);
  }
}
