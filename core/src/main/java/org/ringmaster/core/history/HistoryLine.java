// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.history;

import java.util.ArrayList;
import java.util.List;
import org.ringmaster.core.interval.AgentFigure;
import org.ringmaster.core.interval.Kpi;
import org.ringmaster.core.interval.Kpis;
import org.ringmaster.core.interval.QueueFigure;
import org.ringmaster.core.interval.Tally;

/**
 * What one queue, agent or trunk counted and timed in one step of the time asked for.
 *
 * @param whom the queue, agent or trunk
 * @param atMicros the first instant of the step, epoch microseconds
 * @param contacts what was counted of callers, and of the work for them; of an agent those they
 *     answered
 * @param work what was timed of an agent; nothing where the line is about no agent
 * @param talk of the contacts that were handled
 * @param hold of the same
 * @param wrapUp of the same
 * @param heldContacts how many of the same were on hold at some time
 * @param handedOn how many of the same their agent passed on to an agent, a queue or a number
 * @param conferences how many of the same became a conference of three
 * @param served contacts that were served, of which it is known whether the customer came again
 * @param once of these, after which the customer did not
 * @param foreseen callers who were told a wait and were answered
 * @param foreseenKept of these, who were answered within what was foreseen for four in five
 */
public record HistoryLine(
    HistoryBy by,
    String whom,
    long atMicros,
    Tally<QueueFigure> contacts,
    Tally<AgentFigure> work,
    Spread talk,
    Spread hold,
    Spread wrapUp,
    long heldContacts,
    long handedOn,
    long conferences,
    long served,
    long once,
    long foreseen,
    long foreseenKept) {

  /** Contacts that were handled. */
  public long handled() {
    return by == HistoryBy.AGENT ? work.of(AgentFigure.HANDLED) : contacts.of(QueueFigure.HANDLED);
  }

  /** The same contacts by formulas that were in use before. */
  public List<Kpi> earlier() {
    return by == HistoryBy.AGENT ? List.of() : Kpis.earlierOfQueue(contacts);
  }

  /** Every figure with its formula, in the order in which it is shown. */
  public List<Kpi> kpis() {
    List<Kpi> all = new ArrayList<>();
    all.addAll(by == HistoryBy.AGENT ? Kpis.ofAgent(work) : Kpis.ofQueue(contacts));
    all.add(new Kpi(Kpis.HOLD_RATE, heldContacts, handled()));
    all.add(new Kpi(Kpis.TRANSFER_RATE, handedOn, handled()));
    all.add(new Kpi(Kpis.CONFERENCE_RATE, conferences, handled()));
    all.add(new Kpi(Kpis.FIRST_CONTACT, once, served));
    all.add(new Kpi(Kpis.WAIT_KEPT, foreseenKept, foreseen));
    return List.copyOf(all);
  }
}
