// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

import java.util.List;
import org.ringmaster.core.call.Prompt;
import org.ringmaster.core.desk.Disposition;

/**
 * How a campaign screens what has answered for answering machines.
 *
 * @param action what is done with a machine
 * @param releasesAgents whether it is done also where an agent is with it already, who is free
 *     then; else the call is left to them
 * @param message what a machine is told
 * @param auditPercent how many of a hundred that are taken for machines go to an agent all the same
 * @param machineCodes with these dispositions an agent says that it was a machine; with any other,
 *     that it was a person
 */
public record ScreeningPlan(
    MachinePolicy action,
    boolean releasesAgents,
    List<Prompt> message,
    double auditPercent,
    List<Disposition> machineCodes) {

  /** The sound that an agent hears who is released from a machine. */
  public static final String TONE = "beeperr";

  /** Takes copies of the lists. */
  public ScreeningPlan {
    message = List.copyOf(message);
    machineCodes = List.copyOf(machineCodes);
  }

  /** Whether an agent who has a machine is released from it, so that it costs them seconds only. */
  public boolean givesUpForAgents() {
    return releasesAgents && action != MachinePolicy.OBSERVE;
  }

  /** Without a message and without audits. */
  public static ScreeningPlan of(MachinePolicy action) {
    return new ScreeningPlan(action, true, List.of(), 0, List.of());
  }

  /** The same, but the call is left to an agent who is with it. */
  public ScreeningPlan leavingItToAgents() {
    return new ScreeningPlan(action, false, message, auditPercent, machineCodes);
  }

  /** The same with what a machine is told. */
  public ScreeningPlan telling(List<Prompt> prompts) {
    return new ScreeningPlan(action, releasesAgents, prompts, auditPercent, machineCodes);
  }

  /** The same with audits. */
  public ScreeningPlan auditing(double percent, List<Disposition> codes) {
    return new ScreeningPlan(action, releasesAgents, message, percent, codes);
  }
}
