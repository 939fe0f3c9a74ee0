// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.testing;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.kernel.Decider;
import org.ringmaster.core.kernel.Decision;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Input;

/** A decider that asks others for what a test wants, as flows will; the others react as ever. */
final class Asker implements Decider {

  /** The turn in which it asks. */
  record Nudge() implements Input {}

  private @Nullable Consumer<Decision> request;

  void wants(Consumer<Decision> now) {
    request = now;
  }

  @Override
  public void decide(Input input, Decision decision) {
    Consumer<Decision> now = request;
    if (input instanceof Nudge && now != null) {
      request = null;
      now.accept(decision);
    }
  }

  @Override
  public void react(Fact fact, Decision decision) {}

  @Override
  public void apply(Fact fact, Envelope envelope) {}

  @Override
  public void snapshot(Consumer<Record> out) {}

  @Override
  public void restore(Record entity) {}
}
