// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.fault;

import java.util.ArrayList;
import java.util.List;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.AgentInput;
import org.ringmaster.core.agent.AgentProfile;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.call.Telephone;
import org.ringmaster.core.call.TelephoneId;
import org.ringmaster.core.call.TelephoneUse;
import org.ringmaster.core.call.Trunk;
import org.ringmaster.core.call.TrunkId;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.core.queue.InboundNumber;
import org.ringmaster.core.queue.Overflow;
import org.ringmaster.core.queue.Queue;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.queue.QueueInput;
import org.ringmaster.core.routing.Strategy;

/** The contact centre that is killed: six agents of all kinds of telephones, one queue. */
final class Plan {
  static final NodeId EDGE = new NodeId("edge");
  static final String NUMBER = "500";
  static final List<AgentId> AGENTS = agents();

  private static final long RING_MILLIS = 20_000;
  private static final int FIRST_TELEPHONE = 1001;

  private Plan() {}

  private static List<AgentId> agents() {
    List<AgentId> agents = new ArrayList<>();
    for (String name : new String[] {"alice", "bob", "carol", "dave", "erin", "frank"}) {
      agents.add(new AgentId(name));
    }
    return List.copyOf(agents);
  }

  /** What the platform reads at every start. */
  static List<Input> inputs() {
    List<Telephone> telephones = new ArrayList<>();
    List<AgentProfile> profiles = new ArrayList<>();
    for (int i = 0; i < AGENTS.size(); i++) {
      TelephoneId telephone = new TelephoneId(Integer.toString(FIRST_TELEPHONE + i));
      TelephoneUse use = TelephoneUse.values()[i % TelephoneUse.values().length];
      telephones.add(new Telephone(telephone, EDGE, use));
      profiles.add(new AgentProfile(AGENTS.get(i), null, Integer.toString(2001 + i), telephone));
    }
    QueueId queue = new QueueId("sales");
    Queue plan =
        new Queue(
            queue,
            Strategy.LONGEST_IDLE,
            AGENTS,
            RING_MILLIS,
            0,
            0,
            false,
            0,
            Overflow.HANG_UP,
            "quiet",
            RING_MILLIS);
    return List.of(
        new CallInput.TrunksRead(List.of(new Trunk(new TrunkId("carrier"), EDGE, 0, 0))),
        new CallInput.TelephonesRead(telephones),
        new AgentInput.AgentsRead(profiles),
        new QueueInput.QueuesRead(List.of(plan)),
        new QueueInput.NumbersRead(List.of(new InboundNumber(NUMBER, queue, null, List.of()))));
  }
}
