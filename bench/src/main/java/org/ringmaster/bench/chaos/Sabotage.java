// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.chaos;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentFact;
import org.ringmaster.core.agent.AgentInput;
import org.ringmaster.core.agent.Offer;
import org.ringmaster.core.agent.OfferEnd;
import org.ringmaster.core.agent.Roster;
import org.ringmaster.core.call.CallCommand;
import org.ringmaster.core.call.CallControl;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.EndSource;
import org.ringmaster.core.call.Trunk;
import org.ringmaster.core.callback.Callbacks;
import org.ringmaster.core.kernel.Command;
import org.ringmaster.core.kernel.Decider;
import org.ringmaster.core.kernel.EpochBegan;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.core.queue.Acd;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.queue.QueueInput;

/** Guarantees, each broken on purpose, so that one sees whether chaos finds it. */
enum Sabotage {
  /** Nobody waits for the disk: what a kill takes away has already left as commands. */
  COMMANDS_LEAVE_BEFORE_THE_SYNC,
  /** A lost connection comes back without its subscription: nothing more is told. */
  NO_RESUBSCRIBE_AFTER_A_RECONNECT,
  /** After a connect the node is not compared. */
  THE_NODE_IS_NOT_LISTED,
  /** Callers who came while we were away are not adopted. */
  NOBODY_IS_ADOPTED,
  /** Legs that a list lacks live on in the books. */
  LOST_LEGS_STAY,
  /** An offer does not reserve its agent. */
  OFFERS_WITHOUT_RESERVE,
  /** An answered caller is not marked as answered. */
  ANSWERS_ARE_FORGOTTEN,
  /** Queues do not hear that a caller has gone. */
  GONE_CALLERS_WAIT,
  /** Agents' books do not hear that a leg has ended. */
  ENDED_LEGS_RING_ON,
  /** Agents' books do not hear that a telephone was answered. */
  ANSWERED_OFFERS_RING_ON,
  /** Queues do not hear that an agent is free again. */
  FREED_AGENTS_IDLE,
  /** Queues do not hear that an agent's rest is over. */
  RESTS_NEVER_END,
  /** Nobody ends an offer that has rung long enough. */
  OFFERS_RING_FOR_EVER,
  /** Nobody ends a wrap-up that has lasted long enough. */
  WRAP_UPS_LAST_FOR_EVER,
  /** After a restart nobody asks again for the reminders of what lives. */
  REMINDERS_DIE_WITH_THE_PLATFORM,
  /** Hang-ups are decided and not sent. */
  HANG_UPS_NEVER_LEAVE,
  /** Bridges of calls that are over are not closed. */
  BRIDGES_STAY_OPEN,
  /** Legs are meant to be bridged and nobody says so. */
  JOINS_NEVER_LEAVE,
  /** The end of a leg is recorded twice. */
  LEGS_END_TWICE,
  /** A trunk's capacity is not looked at. */
  TRUNKS_WITHOUT_LIMIT,
  /** A snapshot lacks the live offers. */
  SNAPSHOTS_FORGET_OFFERS,
  /** A decider changes its state without a fact. */
  STATE_CHANGES_WITHOUT_A_FACT,
  /** Offers that are taken back are not ended. */
  WITHDRAWN_OFFERS_LIVE,
  /** A caller who gives up leaves an entry behind. */
  ABANDONS_ARE_NOT_RECORDED,
  /** Callbacks do not hear that the agent who was rung for them is rung no more. */
  CALLBACKS_KEEP_DEAD_OFFERS,
  /** Customers who are called back answer, and nobody hears of it. */
  CALLED_BACK_HEAR_NOBODY,
  /** Recordings that are paused or over are not stopped. */
  RECORDINGS_NEVER_STOP;

  /** The input as the decider hears it; null where it does not. */
  @Nullable Input heard(Decider whole, Input input) {
    boolean deaf =
        switch (this) {
          case THE_NODE_IS_NOT_LISTED -> input instanceof CallInput.NodeListed;
          case RESTS_NEVER_END -> input instanceof QueueInput.RestOver;
          case OFFERS_RING_FOR_EVER -> input instanceof AgentInput.OfferDue;
          case WRAP_UPS_LAST_FOR_EVER -> input instanceof AgentInput.WrapUpDue;
          default -> false;
        };
    if (this == NOBODY_IS_ADOPTED
        && whole instanceof CallControl calls
        && input instanceof CallInput.NodeListed list) {
      return new CallInput.NodeListed(
          list.node(),
          list.legs().stream().filter(leg -> calls.books().leg(leg.leg()) != null).toList(),
          list.bridges());
    }
    return deaf ? null : input;
  }

  /** Whether the decider reacts to the fact. */
  boolean reacts(Decider whole, Fact fact) {
    boolean deaf =
        switch (this) {
          case GONE_CALLERS_WAIT -> whole instanceof Acd && fact instanceof CallFact.LegEnded;
          case ENDED_LEGS_RING_ON -> whole instanceof Roster && fact instanceof CallFact.LegEnded;
          case ANSWERED_OFFERS_RING_ON ->
              whole instanceof Roster && fact instanceof CallFact.LegEntered;
          case FREED_AGENTS_IDLE -> whole instanceof Acd && fact instanceof AgentFact.Freed;
          case CALLED_BACK_HEAR_NOBODY ->
              whole instanceof Callbacks && fact instanceof CallFact.LegEntered;
          case REMINDERS_DIE_WITH_THE_PLATFORM ->
              whole instanceof Roster && fact instanceof EpochBegan;
          default -> false;
        };
    return !deaf;
  }

  /** The fact as the decider applies it; null where it does not. */
  @Nullable Fact applied(Decider whole, Fact fact) {
    boolean lost =
        switch (this) {
          case OFFERS_WITHOUT_RESERVE ->
              whole instanceof Roster && fact instanceof AgentFact.OfferMade;
          case CALLBACKS_KEEP_DEAD_OFFERS ->
              whole instanceof Callbacks && fact instanceof QueueFact.PlaceUnoffered;
          case ANSWERS_ARE_FORGOTTEN ->
              whole instanceof Acd && fact instanceof QueueFact.EntryConnected;
          default -> false;
        };
    if (this == TRUNKS_WITHOUT_LIMIT
        && whole instanceof CallControl
        && fact instanceof CallFact.TrunkConfigured configured) {
      Trunk trunk = configured.trunk();
      return new CallFact.TrunkConfigured(new Trunk(trunk.id(), trunk.node(), 0, 0));
    }
    return lost ? null : fact;
  }

  /** How often the fact is recorded. */
  int times(Fact fact) {
    boolean never =
        switch (this) {
          case LOST_LEGS_STAY ->
              fact instanceof CallFact.LegEnded ended && ended.source() == EndSource.NOT_SEEN;
          case WITHDRAWN_OFFERS_LIVE ->
              fact instanceof AgentFact.OfferEnded ended && ended.end() == OfferEnd.WITHDRAWN;
          case ABANDONS_ARE_NOT_RECORDED -> fact instanceof QueueFact.EntryAbandoned;
          default -> false;
        };
    boolean twice = this == LEGS_END_TWICE && fact instanceof CallFact.LegEnded;
    return never ? 0 : twice ? 2 : 1;
  }

  /** Whether the command leaves. */
  boolean leaves(Command command) {
    return !switch (this) {
      case HANG_UPS_NEVER_LEAVE -> command instanceof CallCommand.HangUpLeg;
      case BRIDGES_STAY_OPEN -> command instanceof CallCommand.CloseBridge;
      case JOINS_NEVER_LEAVE -> command instanceof CallCommand.JoinBridge;
      case RECORDINGS_NEVER_STOP -> command instanceof CallCommand.StopRecording;
      default -> false;
    };
  }

  /** Whether a snapshot has the record. */
  boolean saves(Record entity) {
    return this != SNAPSHOTS_FORGET_OFFERS || !(entity instanceof Offer);
  }

  /** A fact that changes the decider's state and is recorded nowhere; null for none. */
  @Nullable Fact changesUnrecorded(Decider whole, Input input) {
    return this == STATE_CHANGES_WITHOUT_A_FACT
            && whole instanceof Roster
            && input instanceof AgentInput.Pause pause
        ? new AgentFact.Asked(pause.agent(), null, false, true)
        : null;
  }

  /** In words, for people. */
  String words() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }

  static List<Sabotage> all() {
    return List.of(values());
  }
}
