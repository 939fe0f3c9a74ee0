// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.reality;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.AgentInput;
import org.ringmaster.core.agent.AgentProfile;
import org.ringmaster.core.calendar.Calendar;
import org.ringmaster.core.calendar.CalendarId;
import org.ringmaster.core.calendar.OpenHours;
import org.ringmaster.core.call.CallCommand;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.Endpoint;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.call.Prompt;
import org.ringmaster.core.call.Telephone;
import org.ringmaster.core.call.TelephoneId;
import org.ringmaster.core.call.TelephoneUse;
import org.ringmaster.core.call.Trunk;
import org.ringmaster.core.call.TrunkId;
import org.ringmaster.core.kernel.IdShape;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.core.queue.InboundNumber;
import org.ringmaster.core.queue.Overflow;
import org.ringmaster.core.queue.Queue;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.queue.QueueInput;
import org.ringmaster.core.routing.Strategy;

/** What both worlds are configured with: a telephone and an agent for each scene that needs one. */
final class Stage {

  static final NodeId NODE = new NodeId("edge");
  static final String TRUNK = "outside";

  /** Which telephone a scene has, and how it is used; all register with the real edge. */
  static final Map<Scene, TelephoneId> TELEPHONES =
      Map.of(
          Scene.ANSWERED, new TelephoneId("tel01"),
          Scene.NOBODY_THERE, new TelephoneId("tel02"),
          Scene.TELEPHONE_BUSY, new TelephoneId("tel03"),
          Scene.ANSWERS_BY_ITSELF, new TelephoneId("tel04"),
          Scene.OPEN, new TelephoneId("tel05"),
          Scene.ABANDONED_RINGING, new TelephoneId("tel06"));

  /** Open for a minute a week. */
  private static final Calendar NEVER =
      new Calendar(
          new CalendarId("never"),
          "UTC",
          List.of(new OpenHours(DayOfWeek.SUNDAY, 0, 1)),
          List.of());

  private static final String PERSON = "8100010";

  private Stage() {}

  static AgentId agent(Scene scene) {
    return new AgentId("agent-" + scene.queue());
  }

  static TelephoneUse use(Scene scene) {
    return switch (scene) {
      case ANSWERS_BY_ITSELF -> TelephoneUse.AUTO_ANSWERED;
      case OPEN -> TelephoneUse.OPEN;
      default -> TelephoneUse.RUNG;
    };
  }

  static List<Input> inputs() {
    List<Telephone> telephones = new ArrayList<>();
    List<AgentProfile> agents = new ArrayList<>();
    List<Queue> queues = new ArrayList<>();
    List<InboundNumber> numbers = new ArrayList<>();
    for (Scene scene : Scene.values()) {
      TelephoneId telephone = TELEPHONES.get(scene);
      List<AgentId> serving = new ArrayList<>();
      if (telephone != null) {
        telephones.add(new Telephone(telephone, NODE, use(scene)));
        agents.add(new AgentProfile(agent(scene), null, "20" + scene.ordinal(), telephone));
        serving.add(agent(scene));
      }
      if (scene.isQueued()) {
        queues.add(queue(scene, serving));
        numbers.add(
            new InboundNumber(
                scene.dialled,
                new QueueId(scene.queue()),
                scene.isClosed() ? NEVER.id() : null,
                scene.saysThatItIsClosed() ? List.of(Prompt.sound("ss-noservice")) : List.of()));
      }
    }
    return List.of(
        new CallInput.TrunksRead(List.of(new Trunk(new TrunkId(TRUNK), NODE, 0, 0))),
        new CallInput.TelephonesRead(telephones),
        new AgentInput.AgentsRead(agents),
        new QueueInput.CalendarsRead(List.of(NEVER)),
        new QueueInput.QueuesRead(queues),
        new QueueInput.NumbersRead(numbers));
  }

  private static Queue queue(Scene scene, List<AgentId> serving) {
    Overflow overflow =
        scene == Scene.PASSED_ON
            ? new Overflow(Overflow.Kind.NUMBER, null, List.of(), new TrunkId(TRUNK), PERSON)
            : Overflow.HANG_UP;
    boolean isShort =
        scene == Scene.NOBODY_THERE || scene == Scene.TELEPHONE_BUSY || scene == Scene.PASSED_ON;
    return new Queue(
        new QueueId(scene.queue()),
        Strategy.LONGEST_IDLE,
        serving,
        3_000,
        60_000,
        0,
        false,
        isShort ? 1_000 : 0,
        overflow,
        "default",
        20_000);
  }

  /** Rings the scene's outside number for two seconds, without a caller. */
  static CallCommand.OriginateLeg asks(Scene scene) {
    return new CallCommand.OriginateLeg(
        NODE,
        new LegId(IdShape.mint('l', 1, 23_456_789, 1 + scene.ordinal())),
        null,
        Endpoint.through(TRUNK, scene.asked),
        null,
        null,
        2_000,
        false,
        false);
  }
}
