// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.invariant;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.Agent;
import org.ringmaster.core.agent.AgentBooks;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.AgentState;
import org.ringmaster.core.agent.Offer;
import org.ringmaster.core.board.AgentRow;
import org.ringmaster.core.board.CallRow;
import org.ringmaster.core.board.CallStage;
import org.ringmaster.core.board.DeskRow;
import org.ringmaster.core.board.NodeRow;
import org.ringmaster.core.board.QueueRow;
import org.ringmaster.core.board.TrunkRow;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.Leg;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.call.TrunkId;
import org.ringmaster.core.engine.Centre;
import org.ringmaster.core.kernel.IdShape;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.core.medium.Medium;
import org.ringmaster.core.queue.EntryState;
import org.ringmaster.core.queue.Queue;
import org.ringmaster.core.queue.QueueEntry;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.voicemail.Message;
import org.ringmaster.core.voicemail.MessageState;

/**
 * What the boards show is what the deciders' own books say, after each turn: a row whose change
 * nobody noticed shows an older state. What only a board counts is left to {@link
 * TotalsEqualRecount} and to the fold of all facts.
 */
final class BoardsEqualBooks implements Invariant {

  /** How many legs in and out. */
  private record Legs(int in, int out) {
    static final Legs NONE = new Legs(0, 0);

    Legs plus(Legs more) {
      return new Legs(in + more.in, out + more.out);
    }
  }

  @Override
  public String sentence() {
    return "Every board shows what the books say.";
  }

  @Override
  public @Nullable String brokenByStep(List<RecordedFact> step, Checkpoint now) {
    if (step.isEmpty()) {
      return null;
    }
    String broken = agents(now);
    if (broken == null) {
      broken = queues(now);
    }
    if (broken == null && step.stream().anyMatch(fact -> fact.fact() instanceof CallFact)) {
      broken = plant(now);
    }
    if (broken == null) {
      broken = desks(now);
    }
    return broken == null ? calls(step, now) : broken;
  }

  private static @Nullable String agents(Checkpoint now) {
    AgentBooks books = now.centre().roster().books();
    if (now.boards().agents().rows().size() != books.profiles().size()) {
      return now.boards().agents().rows().size() + " agents of " + books.profiles().size();
    }
    for (AgentRow row : now.boards().agents().rows()) {
      AgentId id = row.profile().id();
      Agent agent = books.agent(id);
      Offer offer = agent == null || agent.offer() == null ? null : books.offer(agent.offer());
      CallId call = offer == null ? null : offer.call();
      boolean same =
          row.agent().equals(agent)
              && row.profile().equals(books.profile(id))
              && Objects.equals(row.call(), call)
              && (call == null || Objects.equals(row.talk(), talk(now.centre(), call)))
              && row.owes() == (books.owedBy(id) != null)
              && row.extensions() == books.extensionsLeft(id);
      if (!same) {
        return row + " is shown of " + agent + " in " + call;
      }
    }
    return null;
  }

  private static @Nullable Object talk(Centre centre, CallId call) {
    return centre.talks().books().talk(call);
  }

  private static @Nullable String queues(Checkpoint now) {
    Centre centre = now.centre();
    if (now.boards().queues().rows().size() != centre.acd().books().queues().size()) {
      return now.boards().queues().rows().size() + " queues are shown";
    }
    for (QueueRow row : now.boards().queues().rows()) {
      QueueId id = row.queue().id();
      int waiting = 0;
      int talking = 0;
      for (QueueEntry entry : centre.acd().books().entries()) {
        boolean talks = entry.state() == EntryState.CONNECTED;
        waiting += entry.queue().equals(id) && !talks ? 1 : 0;
        talking += entry.queue().equals(id) && talks ? 1 : 0;
      }
      int unheard = 0;
      for (Message message : centre.voicemails().books().messages()) {
        unheard += message.state() == MessageState.NEW && message.queue().equals(id) ? 1 : 0;
      }
      boolean same =
          row.queue().equals(centre.acd().books().queue(id))
              && row.waiting() == waiting
              && row.talking() == talking
              && row.agents().equals(states(centre, row.queue()))
              && row.callbacks() == centre.callbacks().books().toBeCalled(id)
              && row.oldestCallbackMicros() == centre.callbacks().books().oldestToBeCalledMicros(id)
              && row.messages() == unheard;
      if (!same) {
        return row
            + " is shown, and "
            + waiting
            + " wait, "
            + talking
            + " talk, "
            + centre.callbacks().books().toBeCalled(id)
            + " are to be called back, first at "
            + centre.callbacks().books().oldestToBeCalledMicros(id)
            + ", "
            + unheard
            + " messages, "
            + states(centre, row.queue());
      }
    }
    return null;
  }

  private static Map<AgentState, Integer> states(Centre centre, Queue queue) {
    Map<AgentState, Integer> states = new EnumMap<>(AgentState.class);
    for (AgentState state : AgentState.values()) {
      states.put(state, 0);
    }
    for (AgentId id : queue.agents()) {
      Agent agent = centre.roster().books().agent(id);
      if (agent != null && centre.roster().books().takes(id, Medium.VOICE)) {
        states.merge(agent.state(), 1, Integer::sum);
      }
    }
    return states;
  }

  /** Trunks and nodes, and how many legs are on each. */
  private static @Nullable String plant(Checkpoint now) {
    Map<TrunkId, Legs> onTrunks = new HashMap<>();
    Map<NodeId, Integer> onNodes = new HashMap<>();
    for (Leg leg : now.centre().calls().books().legs()) {
      boolean out = IdShape.isOurs(leg.id().value());
      onNodes.merge(leg.node(), 1, Integer::sum);
      if (leg.trunk() != null) {
        onTrunks.merge(leg.trunk(), new Legs(out ? 0 : 1, out ? 1 : 0), Legs::plus);
      }
    }
    for (TrunkRow row : now.boards().trunks().trunks()) {
      Legs legs = onTrunks.getOrDefault(row.trunk().id(), Legs.NONE);
      boolean same =
          row.trunk().equals(now.centre().calls().books().trunk(row.trunk().id()))
              && row.legsIn() == legs.in()
              && row.legsOut() == legs.out();
      if (!same) {
        return row + " is shown, and carries " + legs;
      }
    }
    for (NodeRow row : now.boards().trunks().nodes()) {
      if (row.legs() != onNodes.getOrDefault(row.id(), 0)) {
        return row + " is shown, and has " + onNodes.get(row.id()) + " legs";
      }
    }
    return null;
  }

  private static @Nullable String desks(Checkpoint now) {
    for (Agent agent : now.centre().roster().books().agents()) {
      DeskRow row = now.boards().desks().row(agent.id());
      boolean same =
          row.attends() == now.centre().desks().books().attends(agent.id())
              && Objects.equals(row.work(), now.centre().desks().books().work(agent.id()))
              && Objects.equals(row.refusal(), now.centre().desks().books().refusal(agent.id()));
      if (!same) {
        return row + " is shown, and there is " + now.centre().desks().books().work(agent.id());
      }
    }
    return null;
  }

  /** The calls that the step touched live on the board as long as they live. */
  private static @Nullable String calls(List<RecordedFact> step, Checkpoint now) {
    for (RecordedFact fact : step) {
      CallId id =
          switch (fact.fact()) {
            case CallFact.CallStarted f -> f.call();
            case CallFact.CallEnded f -> f.call();
            default -> null;
          };
      CallRow row = id == null ? null : now.boards().calls().row(id);
      boolean lives = id != null && now.centre().calls().books().call(id) != null;
      if (id != null && lives != (row != null && row.stage() != CallStage.ENDED)) {
        return id + (lives ? " lives" : " is over") + " and is shown as " + row;
      }
    }
    return null;
  }
}
