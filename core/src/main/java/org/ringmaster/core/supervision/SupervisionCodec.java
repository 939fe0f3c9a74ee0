// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.supervision;

import org.ringmaster.core.codec.CodecRegistry;

/**
 * The stable short names of this package's records in journals and snapshots. Names never change.
 */
public final class SupervisionCodec {

  private SupervisionCodec() {}

  /** All names of this package. */
  public static CodecRegistry registry() {
    return CodecRegistry.builder()
        .add("fact.supervision.policy-set", SupervisionPolicySet.class)
        .add("fact.supervision.asked", SupervisionFact.Asked.class)
        .add("fact.supervision.listened", SupervisionFact.Listened.class)
        .add("fact.supervision.whispered", SupervisionFact.Whispered.class)
        .add("fact.supervision.barged", SupervisionFact.Barged.class)
        .add("fact.supervision.took-over", SupervisionFact.TookOver.class)
        .add("fact.supervision.agent-told", SupervisionFact.AgentTold.class)
        .add("fact.supervision.ended", SupervisionFact.Ended.class)
        .add("input.supervision.policy-read", SupervisionInput.PolicyRead.class)
        .add("input.supervision.attend", SupervisionInput.Attend.class)
        .add("input.supervision.leave", SupervisionInput.Leave.class)
        .add("state.supervision.supervision", Supervision.class)
        .add("state.supervision.policy", SupervisionPolicy.class)
        .build();
  }
}
