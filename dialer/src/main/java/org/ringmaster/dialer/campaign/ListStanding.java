// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

import org.ringmaster.dialer.list.ListId;

/** Where the leads of one list stood at one moment. Never changes; any thread. */
public final class ListStanding {

  private final LeadStates states;

  /** Takes over a copy that nobody else has. */
  ListStanding(LeadStates copy) {
    states = copy;
  }

  /** Which list. */
  public ListId list() {
    return states.list();
  }

  /** How many leads it has. */
  public int size() {
    return states.size();
  }

  /** Where a lead stood. */
  public LeadPhase phase(int lead) {
    return states.phase(lead);
  }

  /** How many leads stood there. */
  public int count(LeadPhase phase) {
    return states.count(phase);
  }

  /** How often attempts at a lead had come to an outcome, at most 15. */
  public int tries(int lead, AttemptOutcome outcome) {
    return states.tries(lead, outcome);
  }

  /** When a lead might be dialled again, epoch microseconds; 0 for at any time. */
  public long dueMicros(int lead) {
    return states.dueMicros(lead);
  }
}
