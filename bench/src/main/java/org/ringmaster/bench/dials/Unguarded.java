// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.dials;

import java.util.function.Consumer;
import org.ringmaster.core.kernel.Decider;
import org.ringmaster.core.kernel.Decision;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Input;

/** A production decider that lacks one guard: it learns of what is so otherwise than it is. */
final class Unguarded implements Decider {
  private final Decider whole;
  private final Sabotage sabotage;

  Unguarded(Decider whole, Sabotage sabotage) {
    this.whole = whole;
    this.sabotage = sabotage;
  }

  @Override
  public void decide(Input input, Decision decision) {
    whole.decide(input, decision);
  }

  @Override
  public void react(Fact fact, Decision decision) {
    whole.react(fact, decision);
  }

  @Override
  public void apply(Fact fact, Envelope envelope) {
    Fact applied = sabotage.applied(whole, fact);
    if (applied != null) {
      whole.apply(applied, envelope);
    }
  }

  @Override
  public void snapshot(Consumer<Record> out) {
    whole.snapshot(out);
  }

  @Override
  public void restore(Record entity) {
    whole.restore(entity);
  }
}
