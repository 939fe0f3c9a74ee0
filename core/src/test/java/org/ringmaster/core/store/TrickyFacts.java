// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.store;

import java.util.List;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.Direction;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.core.kernel.RecordedFact;

/** Facts with text as only a hostile network sends it. */
final class TrickyFacts {
  private TrickyFacts() {}

  static List<RecordedFact> all() {
    return List.of(
        fact(1, started("c1", "1\0002", new Personal("a\0b"))),
        fact(2, started("c2", "half \ud83d of a character", new Personal("\udc00"))),
        fact(3, started("c3", "\"quoted\", \\ and\ttabbed\n", new Personal("naïve ☎ 電話 🎧"))),
        fact(4, started("c4", "", null)));
  }

  private static Fact started(
      String call, String dialled, @org.jspecify.annotations.Nullable Personal name) {
    return new CallFact.CallStarted(
        new CallId(call), new NodeId("edge"), Direction.INBOUND, dialled, null, null, name);
  }

  private static RecordedFact fact(long sequence, Fact fact) {
    long at = SimulatedDay.START_MICROS + sequence;
    return new RecordedFact(new Envelope(sequence, sequence, at, at), fact);
  }
}
