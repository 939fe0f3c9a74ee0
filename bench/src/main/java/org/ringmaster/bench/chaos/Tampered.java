// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.chaos;

import java.util.function.Consumer;
import org.ringmaster.core.kernel.Command;
import org.ringmaster.core.kernel.Decider;
import org.ringmaster.core.kernel.Decision;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Input;

/** A production decider in which one guarantee is broken on purpose. */
final class Tampered implements Decider {
  private final Decider whole;
  private final Sabotage sabotage;

  Tampered(Decider whole, Sabotage sabotage) {
    this.whole = whole;
    this.sabotage = sabotage;
  }

  @Override
  public void decide(Input input, Decision decision) {
    Fact unrecorded = sabotage.changesUnrecorded(whole, input);
    if (unrecorded != null) {
      whole.apply(unrecorded, new Envelope(0, 0, decision.nowMicros(), decision.nowMicros()));
    }
    Input heard = sabotage.heard(whole, input);
    if (heard != null) {
      whole.decide(heard, new Tampering(decision));
    }
  }

  @Override
  public void react(Fact fact, Decision decision) {
    if (sabotage.reacts(whole, fact)) {
      whole.react(fact, new Tampering(decision));
    }
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
    whole.snapshot(
        entity -> {
          if (sabotage.saves(entity)) {
            out.accept(entity);
          }
        });
  }

  @Override
  public void restore(Record entity) {
    whole.restore(entity);
  }

  /** What the decider may do, except for what is broken. */
  private final class Tampering implements Decision {
    private final Decision real;

    Tampering(Decision real) {
      this.real = real;
    }

    @Override
    public long nowMicros() {
      return real.nowMicros();
    }

    @Override
    public long wallMicros() {
      return real.wallMicros();
    }

    @Override
    public long occurredAtMicros() {
      return real.occurredAtMicros();
    }

    @Override
    public void record(Fact fact) {
      record(fact, real.occurredAtMicros());
    }

    @Override
    public void record(Fact fact, long occurredAtMicros) {
      for (int time = 0; time < sabotage.times(fact); time++) {
        real.record(fact, occurredAtMicros);
      }
    }

    @Override
    public void ask(Command command) {
      if (sabotage.leaves(command)) {
        real.ask(command);
      }
    }

    @Override
    public String newId(char kind) {
      return real.newId(kind);
    }

    @Override
    public void accept(String detail) {
      real.accept(detail);
    }

    @Override
    public void refuse(String why) {
      real.refuse(why);
    }
  }
}
