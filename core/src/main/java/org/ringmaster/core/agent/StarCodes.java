// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.agent;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.CallControl;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.Gather;
import org.ringmaster.core.call.GatherEnd;
import org.ringmaster.core.call.Leg;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.LegRole;
import org.ringmaster.core.call.Prompt;
import org.ringmaster.core.call.TelephoneId;
import org.ringmaster.core.kernel.Decision;

/**
 * What agents dial on their telephones: {@code *10} sign in, {@code *11} sign out, {@code *12}
 * pause, {@code *12n} pause with reason n, {@code *13} end the pause, {@code *14} end the wrap-up.
 * A star before another agent's number calls that agent, which is no matter of these codes.
 */
final class StarCodes {

  private static final String SIGN_IN = "agent.sign-in";
  private static final Gather AGENT_NUMBER = new Gather(SIGN_IN, 10, "#", 10_000, 5_000);

  private final Roster roster;
  private final Attendance attendance;
  private final CallControl calls;

  StarCodes(Roster roster, Attendance attendance, CallControl calls) {
    this.roster = roster;
    this.attendance = attendance;
    this.calls = calls;
  }

  void arrived(CallFact.LegArrived arrived, Decision decision) {
    String code = arrived.number();
    if (arrived.role() != LegRole.TELEPHONE
        || arrived.telephone() == null
        || !code.startsWith("*")
        || calledAgent(code) != null) {
      return;
    }
    LegId leg = arrived.leg();
    TelephoneId telephone = arrived.telephone();
    calls.answer(leg, decision);
    if (code.equals("*10")) {
      signIn(leg, telephone, decision);
      return;
    }
    Agent agent = roster.books().signedInOn(telephone);
    if (agent == null) {
      say(leg, "agent-incorrect", decision);
      return;
    }
    AgentId id = agent.id();
    if (code.equals("*11")) {
      finish(leg, attendance.signOut(id, decision), "agent-loggedoff", decision);
    } else if (code.startsWith("*12")) {
      PauseReason reason = roster.books().pauseReasons.dialled(code.substring("*12".length()));
      if (reason == null) {
        say(leg, "pbx-invalid", decision);
      } else {
        String refusal = roster.limitOf(id, reason, decision);
        refusal = refusal == null ? attendance.pause(id, reason, decision) : refusal;
        finish(leg, refusal, "activated", decision);
      }
    } else if (code.equals("*13")) {
      finish(leg, attendance.unpause(id, decision), "de-activated", decision);
    } else if (code.equals("*14")) {
      finish(leg, roster.endWrapUp(id, decision), "beep", decision);
    } else {
      say(leg, "pbx-invalid", decision);
    }
  }

  /** The agent whom a code calls, or null where it is a code of ours or of nobody. */
  @Nullable AgentProfile calledAgent(String code) {
    boolean isOurs =
        code.equals("*10")
            || code.equals("*11")
            || code.startsWith("*12")
            || code.equals("*13")
            || code.equals("*14");
    return isOurs || !code.startsWith("*") ? null : roster.books().numbered(code.substring(1));
  }

  /**
   * The telephone's own agent signs in at once; on a shared telephone the agent's number is asked
   * for.
   */
  private void signIn(LegId leg, TelephoneId telephone, Decision decision) {
    AgentProfile owner = null;
    for (AgentProfile profile : roster.books().profiles.values()) {
      if (telephone.equals(profile.telephone())) {
        owner = profile;
      }
    }
    if (owner == null) {
      calls.gather(leg, List.of(Prompt.sound("agent-user")), AGENT_NUMBER, decision);
    } else {
      signIn(leg, owner.id(), telephone, decision);
    }
  }

  void gathered(CallFact.DigitsGathered gathered, Decision decision) {
    Leg leg = calls.books().leg(gathered.leg());
    if (!gathered.purpose().equals(SIGN_IN) || leg == null || leg.telephone() == null) {
      return;
    }
    for (AgentProfile profile : roster.books().profiles.values()) {
      boolean typed = gathered.end() != GatherEnd.LEG_ENDED;
      if (typed && profile.number().equals(gathered.digits().text())) {
        signIn(leg.id(), profile.id(), Objects.requireNonNull(leg.telephone()), decision);
        return;
      }
    }
    say(leg.id(), "agent-incorrect", decision);
  }

  private void signIn(LegId leg, AgentId agent, TelephoneId telephone, Decision decision) {
    String refusal = attendance.signIn(agent, telephone, leg, decision);
    Leg now = calls.books().leg(leg);
    boolean kept = now != null && now.role() == LegRole.STANDING;
    if (kept && refusal == null) {
      calls.play(leg, List.of(Prompt.sound("agent-loginok")), false, decision);
    } else {
      finish(leg, refusal, "agent-loginok", decision);
    }
  }

  private void finish(LegId leg, @Nullable String refusal, String sound, Decision decision) {
    // Signing out hangs up an open telephone's leg; the leg that dialled the code is another one.
    say(leg, refusal == null ? sound : "agent-incorrect", decision);
  }

  private void say(LegId leg, String sound, Decision decision) {
    if (calls.books().leg(leg) == null) {
      return;
    }
    roster.confirm(leg, List.of(Prompt.sound(sound)), decision);
  }
}
