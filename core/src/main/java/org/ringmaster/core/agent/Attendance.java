// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.agent;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.BridgeKind;
import org.ringmaster.core.call.CallControl;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.EndSource;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.Leg;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.LegRole;
import org.ringmaster.core.call.Reach;
import org.ringmaster.core.call.Telephone;
import org.ringmaster.core.call.TelephoneId;
import org.ringmaster.core.call.TelephoneUse;
import org.ringmaster.core.kernel.Decision;

/**
 * Who is at work where: signing in and out, pausing, open telephones, and what the configuration
 * takes away. What is asked returns why not, as a sentence, or null when it is done.
 */
final class Attendance {

  private static final long OPEN_RING_MILLIS = 45_000;

  private final Roster roster;
  private final AgentBooks books;
  private final CallControl calls;

  Attendance(Roster roster, CallControl calls) {
    this.roster = roster;
    this.books = roster.books();
    this.calls = calls;
  }

  /** Signs an agent in. {@code arrived} is an open telephone's leg that dialled us. */
  @Nullable String signIn(
      AgentId id, @Nullable TelephoneId named, @Nullable LegId arrived, Decision decision) {
    AgentProfile profile = books.profiles.get(id);
    Agent agent = books.agent(id);
    if (profile == null || agent == null || agent.removeAsked()) {
      return "No agent " + id + ": add it under agents: in ringmaster.yaml.";
    }
    if (agent.state() != AgentState.SIGNED_OUT) {
      return signInAgain(agent, named, arrived, decision);
    }
    TelephoneId where = named != null ? named : profile.telephone();
    Telephone telephone = where == null ? null : calls.books().telephone(where);
    if (telephone == null) {
      return where == null
          ? "Agent " + id + " has no telephone of their own: name one."
          : "No telephone " + where + ": add it under telephones: in ringmaster.yaml.";
    }
    Agent there = books.signedInOn(telephone.id());
    if (there != null) {
      return "Telephone " + telephone.id() + " is taken by agent " + there.id() + ".";
    }
    decision.record(new AgentFact.SignedIn(id, telephone.id()));
    if (telephone.use() != TelephoneUse.OPEN) {
      decision.record(new AgentFact.Ready(id));
    } else if (arrived == null) {
      connect(id, telephone, decision);
    } else {
      keep(id, arrived, decision);
    }
    return null;
  }

  /** What somebody who has just signed in should know of their telephone; empty for nothing. */
  String warning(AgentId id) {
    Agent agent = books.agent(id);
    TelephoneId telephone = agent == null ? null : agent.telephone();
    return telephone != null && calls.books().reachOf(telephone) == Reach.UNREACHABLE
        ? "Signed in, but telephone "
            + telephone
            + " cannot be reached now: no call will ring there until it registers."
        : "";
  }

  /** Takes a sign-out back that has not come yet, or gives an open telephone its leg back. */
  private @Nullable String signInAgain(
      Agent agent, @Nullable TelephoneId named, @Nullable LegId arrived, Decision decision) {
    boolean sameTelephone = named == null || named.equals(agent.telephone());
    if (sameTelephone && agent.signOutAsked()) {
      decision.record(new AgentFact.Asked(agent.id(), agent.pauseAsked(), false, false));
      return null;
    }
    Telephone telephone = roster.telephone(agent);
    boolean lacksLeg =
        telephone != null && telephone.use() == TelephoneUse.OPEN && agent.leg() == null;
    if (sameTelephone && lacksLeg && arrived != null && agent.state() == AgentState.PAUSED) {
      decision.record(new AgentFact.Reconnecting(agent.id()));
      keep(agent.id(), arrived, decision);
      return null;
    }
    return "Agent " + agent.id() + " is already signed in on " + agent.telephone() + ".";
  }

  private void connect(AgentId id, Telephone telephone, Decision decision) {
    LegId leg = calls.ring(telephone, LegRole.STANDING, null, OPEN_RING_MILLIS, decision);
    decision.record(new AgentFact.TelephoneConnected(id, leg));
  }

  /**
   * An open leg was gone when we looked, and its agent had nothing to do with it, as far as anybody
   * saw: Asterisk was started anew, or the guard beside it had freed the telephone for the
   * fallback. It is rung again; who does not answer stays paused. A leg that had only rung is not
   * asked for again: it might never come. One whose telephone is in another call by now, as the
   * fallback has given it one, is rung when that is over, see {@link #released}.
   *
   * @param before whose leg it was, as they stood with it; null for nobody's
   */
  void connectAgain(@Nullable Agent before, CallFact.LegEnded ended, Decision decision) {
    if (before == null || ended.source() == EndSource.SEEN) {
      return;
    }
    Agent now = books.agent(before.id());
    boolean wasAtWork =
        before.state() != AgentState.SIGNING_IN && before.state() != AgentState.PAUSED;
    if (wasAtWork
        && now != null
        && now.state() == AgentState.PAUSED
        && PauseReason.TELEPHONE_LOST.equals(now.reason())
        && (ended.telephone() == null || !calls.books().isEngaged(ended.telephone()))) {
      unpause(now.id(), decision);
    }
  }

  /** A telephone's call that was none of ours is over. */
  void released(CallFact.TelephoneReleased released, Decision decision) {
    Agent there = books.signedInOn(released.telephone());
    boolean lostItMeanwhile =
        there != null
            && there.state() == AgentState.PAUSED
            && PauseReason.TELEPHONE_LOST.equals(there.reason())
            && there.leg() == null
            && there.sinceMicros() >= released.sinceMicros();
    Telephone telephone = calls.books().telephone(released.telephone());
    boolean isOpen = telephone != null && telephone.use() == TelephoneUse.OPEN;
    if (there != null && lostItMeanwhile && isOpen) {
      unpause(there.id(), decision);
    } else {
      freed(released.telephone(), decision);
    }
  }

  /** Nothing keeps a telephone busy any more: whoever waits for callers there may get one. */
  void freed(@Nullable TelephoneId telephone, Decision decision) {
    Agent there = telephone == null ? null : books.signedInOn(telephone);
    if (there != null && roster.isFree(there.id())) {
      decision.record(new AgentFact.TelephoneFreed(there.id()));
    }
  }

  private void keep(AgentId id, LegId arrived, Decision decision) {
    decision.record(new AgentFact.TelephoneConnected(id, arrived));
    calls.keep(arrived, decision);
    standing(arrived, decision);
  }

  /** A leg can be bridged now: if it is an open telephone's, its agent is ready. */
  void standing(LegId id, Decision decision) {
    Agent agent = books.standingOn(id);
    Leg leg = calls.books().leg(id);
    if (agent == null || leg == null || !leg.bridgeable()) {
      return;
    }
    if (leg.wantedBridge() == null && leg.call() == null) {
      calls.rest(id, BridgeKind.AGENT_ROOM, null, decision);
    }
    if (agent.state() == AgentState.SIGNING_IN) {
      decision.record(new AgentFact.Ready(agent.id()));
    }
  }

  @Nullable String signOut(AgentId id, Decision decision) {
    return signOut(id, false, decision);
  }

  /**
   * Signs an agent out.
   *
   * @param force whether they go too who should say first what their contact was
   */
  @Nullable String signOut(AgentId id, boolean force, Decision decision) {
    Agent agent = books.agent(id);
    if (agent == null || agent.state() == AgentState.SIGNED_OUT) {
      return "Agent " + id + " is not signed in.";
    }
    if (goesUnrung(agent, decision)) {
      return null;
    }
    boolean owes = agent.state() == AgentState.WRAP_UP && books.owedBy(id) != null;
    if (agent.state() == AgentState.ON_CALL || (owes && !force)) {
      decision.record(new AgentFact.Asked(id, null, true, agent.removeAsked()));
    } else {
      signedOut(Objects.requireNonNull(books.agent(id)), decision);
    }
    return null;
  }

  /** Takes back what rings an agent; whether they are gone with it, as they had asked before. */
  private boolean goesUnrung(Agent agent, Decision decision) {
    roster.withdrawFrom(agent, decision);
    Agent now = books.agent(agent.id());
    return now == null || now.state() == AgentState.SIGNED_OUT;
  }

  /** The present work of the agent is done and they go. */
  void signedOut(Agent agent, Decision decision) {
    decision.record(new AgentFact.SignedOut(agent.id()));
    if (agent.leg() != null) {
      calls.hangUp(agent.leg(), HangupCause.NORMAL, decision);
    }
    if (agent.removeAsked()) {
      decision.record(new AgentFact.Removed(agent.id()));
    }
  }

  @Nullable String pause(AgentId id, PauseReason reason, Decision decision) {
    Agent agent = books.agent(id);
    if (agent == null || agent.state() == AgentState.SIGNED_OUT) {
      return "Agent " + id + " is not signed in.";
    }
    // Nobody answers by a page that is gone, so that one's telephone does not ring on.
    boolean takesBack = books.pauseReasons.takesBack() || reason.equals(PauseReason.PAGE_LOST);
    if (takesBack && goesUnrung(agent, decision)) {
      return null;
    }
    boolean ringsOn = agent.state() == AgentState.OFFERED && !takesBack;
    boolean owes =
        agent.state() == AgentState.WRAP_UP
            && books.owedBy(id) != null
            && !reason.equals(PauseReason.PAGE_LOST);
    if (agent.state() == AgentState.ON_CALL || ringsOn || owes) {
      decision.record(new AgentFact.Asked(id, reason, agent.signOutAsked(), agent.removeAsked()));
    } else {
      decision.record(new AgentFact.Paused(id, reason));
    }
    return null;
  }

  @Nullable String unpause(AgentId id, Decision decision) {
    Agent agent = books.agent(id);
    if (agent == null || agent.state() == AgentState.SIGNED_OUT) {
      return "Agent " + id + " is not signed in.";
    }
    if (agent.pauseAsked() != null) {
      decision.record(new AgentFact.Asked(id, null, agent.signOutAsked(), agent.removeAsked()));
      return null;
    }
    if (agent.state() != AgentState.PAUSED) {
      return "Agent " + id + " is not paused.";
    }
    Telephone telephone = roster.telephone(agent);
    if (telephone == null) {
      return "Telephone " + agent.telephone() + " is gone: sign out, and in on another.";
    }
    Leg leg = agent.leg() == null ? null : calls.books().leg(agent.leg());
    if (telephone.use() != TelephoneUse.OPEN || (leg != null && leg.bridgeable())) {
      decision.record(new AgentFact.Unpaused(id));
    } else {
      decision.record(new AgentFact.Reconnecting(id));
      if (leg == null) {
        connect(id, telephone, decision);
      }
    }
    return null;
  }

  // What the configuration changes.

  void agentsRead(AgentInput.AgentsRead in, Decision decision) {
    Map<AgentId, AgentProfile> now = new LinkedHashMap<>();
    in.agents().forEach(profile -> now.put(profile.id(), profile));
    for (AgentId id : List.copyOf(books.profiles.keySet())) {
      if (!now.containsKey(id)) {
        remove(id, decision);
      }
    }
    for (AgentProfile profile : now.values()) {
      if (!profile.equals(books.profiles.get(profile.id()))) {
        decision.record(new AgentFact.Configured(profile));
      }
      Agent agent = Objects.requireNonNull(books.agent(profile.id()));
      if (agent.removeAsked()) {
        decision.record(new AgentFact.Asked(agent.id(), agent.pauseAsked(), false, false));
      }
    }
  }

  /** An agent taken out of the configuration while talking goes when the call is over. */
  private void remove(AgentId id, Decision decision) {
    Agent agent = Objects.requireNonNull(books.agent(id));
    if (agent.state() == AgentState.ON_CALL) {
      decision.record(new AgentFact.Asked(id, null, true, true));
      return;
    }
    signOut(id, true, decision);
    decision.record(new AgentFact.Removed(id));
  }

  /** A telephone is used otherwise, hangs on another node or is gone. */
  void telephoneChanged(TelephoneId id, Decision decision) {
    Agent agent = books.signedInOn(id);
    if (agent == null || agent.state() == AgentState.ON_CALL) {
      return; // After the talk.
    }
    Telephone telephone = calls.books().telephone(id);
    dropLegUnlessFit(agent, decision);
    Agent now = Objects.requireNonNull(books.agent(agent.id()));
    boolean lacksLeg = roster.isWithoutTelephone(now);
    if (now.state() == AgentState.SIGNING_IN && telephone != null && !lacksLeg) {
      if (telephone.use() != TelephoneUse.OPEN) {
        decision.record(new AgentFact.Ready(now.id()));
      }
    } else if (lacksLeg && now.state() != AgentState.PAUSED) {
      if (goesUnrung(now, decision)) {
        return;
      }
      decision.record(new AgentFact.Paused(now.id(), PauseReason.TELEPHONE_LOST));
      if (telephone != null) {
        unpause(now.id(), decision);
      }
    }
  }

  /** An open leg to a telephone that is open no more, or elsewhere, goes. */
  void dropLegUnlessFit(Agent agent, Decision decision) {
    Leg leg = agent.leg() == null ? null : calls.books().leg(agent.leg());
    Telephone telephone = roster.telephone(agent);
    boolean fits =
        leg != null
            && telephone != null
            && telephone.use() == TelephoneUse.OPEN
            && telephone.node().equals(leg.node());
    if (leg != null && !fits) {
      decision.record(new AgentFact.TelephoneLost(agent.id(), leg.id()));
      calls.hangUp(leg.id(), HangupCause.NORMAL, decision);
    }
  }
}
