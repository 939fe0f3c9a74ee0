// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.world;

import java.util.List;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.dialer.DialerCentre;
import org.ringmaster.simulation.people.AgentHabits;
import org.ringmaster.simulation.people.CallerHabits;
import org.ringmaster.simulation.people.Callers;
import org.ringmaster.simulation.people.DeskAgent;

/** A {@link BusyCentre} of two queues, by the names that its tests use. */
final class CentreForTests {

  static final FactCodec CODEC = FactCodec.of(DialerCentre.names().build());
  static final NodeId EDGE = BusyCentre.EDGE;
  static final long HOUR = 3_600_000_000L;

  final SimulatedCentre centre;
  final List<DeskAgent> agents;
  final Callers sales;
  final Callers service;

  CentreForTests(long seed, int agentCount, AgentHabits habits, CallerHabits callerHabits) {
    BusyCentre busy =
        new BusyCentre(SimulationSettings.of(seed, CODEC), agentCount, habits, callerHabits);
    centre = busy.centre();
    agents = busy.agents();
    sales = busy.callers(0);
    service = busy.callers(1);
  }
}
