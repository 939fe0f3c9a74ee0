// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.store;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
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
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.core.kernel.Started;
import org.ringmaster.core.queue.InboundNumber;
import org.ringmaster.core.queue.Overflow;
import org.ringmaster.core.queue.Queue;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.queue.QueueInput;
import org.ringmaster.core.queue.Strategy;

/** What a contact centre of many agents in ten queues is configured as. Pure functions. */
final class LargeCentre {
  static final NodeId EDGE = new NodeId("edge");
  static final int QUEUES = 10;

  private static final int FIRST_NUMBER = 4_000;
  private static final long RING_MILLIS = 15_000;
  private static final long RETRY_MILLIS = 5_000;
  private static final long WRAP_UP_MILLIS = 20_000;
  private static final long MAX_WAIT_MILLIS = 120_000;
  private static final long SERVICE_LEVEL_MILLIS = 20_000;

  private LargeCentre() {}

  static AgentId agent(int index) {
    return new AgentId("agent" + (FIRST_NUMBER + index));
  }

  static String number(int queue) {
    return "4930" + (FIRST_NUMBER + queue);
  }

  /** The inputs of a start, up to a node that is there and empty. */
  static List<Input> opening(int agents, long seed, long startMicros) {
    List<Telephone> telephones = new ArrayList<>();
    List<AgentProfile> profiles = new ArrayList<>();
    for (int i = 0; i < agents; i++) {
      TelephoneUse use = TelephoneUse.values()[i % TelephoneUse.values().length];
      TelephoneId telephone = new TelephoneId("tel" + (FIRST_NUMBER + i));
      telephones.add(new Telephone(telephone, EDGE, use));
      Personal name = new Personal("Agent " + (FIRST_NUMBER + i));
      profiles.add(new AgentProfile(agent(i), name, "" + (FIRST_NUMBER + i), telephone));
    }
    return List.of(
        new Started(1, seed),
        new CallInput.TrunksRead(List.of(new Trunk(new TrunkId("carrier"), EDGE, 0, 0))),
        new CallInput.TelephonesRead(telephones),
        new AgentInput.AgentsRead(profiles),
        new QueueInput.QueuesRead(
            IntStream.range(0, QUEUES).mapToObj(i -> queue(i, agents)).toList()),
        new QueueInput.NumbersRead(
            IntStream.range(0, QUEUES)
                .mapToObj(i -> new InboundNumber(number(i), queueId(i), null, List.of()))
                .toList()),
        new CallInput.NodeConnected(EDGE, "22.10.1", startMicros - 1_000_000),
        new CallInput.NodeListed(EDGE, List.of(), List.of()));
  }

  private static QueueId queueId(int index) {
    return new QueueId("queue" + index);
  }

  private static Queue queue(int index, int agents) {
    List<AgentId> own =
        IntStream.range(0, agents)
            .filter(i -> i % QUEUES == index)
            .mapToObj(LargeCentre::agent)
            .toList();
    return new Queue(
        queueId(index),
        Strategy.LONGEST_IDLE,
        own,
        RING_MILLIS,
        RETRY_MILLIS,
        WRAP_UP_MILLIS,
        true,
        MAX_WAIT_MILLIS,
        Overflow.HANG_UP,
        "default",
        SERVICE_LEVEL_MILLIS);
  }
}
