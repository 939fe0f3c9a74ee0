// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.supervision;

import org.ringmaster.core.kernel.StateTable;

/** The life of a supervisor's attendance as a table. */
public final class SupervisionLifecycle {

  /** From the ringing of the supervisor's telephone to the end. */
  public static final StateTable<SupervisionState> TABLE =
      new StateTable<>("supervision", SupervisionState.RINGING)
          .arrow(
              SupervisionState.RINGING, SupervisionFact.Listened.class, SupervisionState.LISTENING)
          .arrow(
              SupervisionState.RINGING,
              SupervisionFact.Whispered.class,
              SupervisionState.WHISPERING)
          .arrow(SupervisionState.RINGING, SupervisionFact.Barged.class, SupervisionState.BARGED)
          .arrow(
              SupervisionState.RINGING, SupervisionFact.TookOver.class, SupervisionState.TAKEN_OVER)
          .arrow(SupervisionState.RINGING, SupervisionFact.Ended.class, SupervisionState.OVER)
          .arrow(
              SupervisionState.LISTENING,
              SupervisionFact.Listened.class,
              SupervisionState.LISTENING)
          .arrow(
              SupervisionState.LISTENING,
              SupervisionFact.Whispered.class,
              SupervisionState.WHISPERING)
          .arrow(SupervisionState.LISTENING, SupervisionFact.Barged.class, SupervisionState.BARGED)
          .arrow(
              SupervisionState.LISTENING,
              SupervisionFact.TookOver.class,
              SupervisionState.TAKEN_OVER)
          .arrow(SupervisionState.LISTENING, SupervisionFact.Ended.class, SupervisionState.OVER)
          .arrow(
              SupervisionState.WHISPERING,
              SupervisionFact.Listened.class,
              SupervisionState.LISTENING)
          .arrow(
              SupervisionState.WHISPERING,
              SupervisionFact.Whispered.class,
              SupervisionState.WHISPERING)
          .arrow(SupervisionState.WHISPERING, SupervisionFact.Barged.class, SupervisionState.BARGED)
          .arrow(
              SupervisionState.WHISPERING,
              SupervisionFact.TookOver.class,
              SupervisionState.TAKEN_OVER)
          .arrow(SupervisionState.WHISPERING, SupervisionFact.Ended.class, SupervisionState.OVER)
          .arrow(
              SupervisionState.BARGED, SupervisionFact.Listened.class, SupervisionState.LISTENING)
          .arrow(
              SupervisionState.BARGED, SupervisionFact.Whispered.class, SupervisionState.WHISPERING)
          .arrow(
              SupervisionState.BARGED, SupervisionFact.TookOver.class, SupervisionState.TAKEN_OVER)
          .arrow(SupervisionState.BARGED, SupervisionFact.Ended.class, SupervisionState.OVER)
          .arrow(SupervisionState.TAKEN_OVER, SupervisionFact.Ended.class, SupervisionState.OVER);

  private SupervisionLifecycle() {}
}
