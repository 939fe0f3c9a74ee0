// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.talk;

import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.OfferId;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.LegId;

/**
 * A conversation that an agent does more with than talk, as it stands now. Immutable; every fact
 * makes the next one. There is one for a call at most, and none for calls in which agents only
 * talk.
 *
 * @param customer whom the work is for; null while nobody has been rung
 * @param agent who leads it; null while it is parked, handed on or passed on
 * @param offer the leading agent's part
 * @param third who else is in it, or rung for it
 * @param byTelephone whether the agent holds with the telephone's own key
 * @param slot where it is parked; 0 for nowhere
 * @param from the agent who parked it or handed it on, to whom it comes back
 * @param number the number, or the other agent, whom an agent calls
 * @param sinceMicros since when it is in this state, by the kernel's clock
 * @param dueMicros when waiting for somebody is given up; 0 where somebody else's time-out ends it
 * @param back whether it is on its way back already
 */
public record Talk(
    CallId call,
    TalkState state,
    @Nullable LegId customer,
    @Nullable AgentId agent,
    @Nullable OfferId offer,
    @Nullable Third third,
    Origin origin,
    boolean byTelephone,
    int slot,
    @Nullable AgentId from,
    @Nullable Destination number,
    long sinceMicros,
    long dueMicros,
    boolean back) {

  /** Whether it is a call between two agents: there is no customer in it. */
  public boolean isInternal() {
    return number != null && number.agent() != null;
  }

  /** The same in another state from now on. */
  Talk to(TalkState next, long atMicros) {
    return new Talk(
        call,
        next,
        customer,
        agent,
        offer,
        third,
        origin,
        byTelephone,
        slot,
        from,
        number,
        atMicros,
        0,
        back);
  }

  /** The same with whom the work is for. */
  Talk with(LegId whom) {
    return new Talk(
        call,
        state,
        whom,
        agent,
        offer,
        third,
        origin,
        byTelephone,
        slot,
        from,
        number,
        sinceMicros,
        dueMicros,
        back);
  }

  /** The same with somebody else in it, or nobody. */
  Talk with(@Nullable Third other) {
    return new Talk(
        call,
        state,
        customer,
        agent,
        offer,
        other,
        origin,
        byTelephone,
        slot,
        from,
        number,
        sinceMicros,
        dueMicros,
        back);
  }

  /** The same led by an agent, nobody else being in it. */
  Talk ledBy(AgentId who, OfferId part) {
    return new Talk(
        call,
        state,
        customer,
        who,
        part,
        null,
        origin,
        false,
        0,
        null,
        number,
        sinceMicros,
        dueMicros,
        false);
  }

  /** The same left by its agent, to whom it may come back. */
  Talk leftBy(@Nullable AgentId who, boolean isBack, Origin where) {
    return new Talk(
        call,
        state,
        customer,
        null,
        null,
        third,
        where,
        false,
        0,
        who,
        number,
        sinceMicros,
        dueMicros,
        isBack);
  }

  /** The same held with the telephone's own key, or not. */
  Talk heldByTelephone(boolean whether) {
    return new Talk(
        call,
        state,
        customer,
        agent,
        offer,
        third,
        origin,
        whether,
        slot,
        from,
        number,
        sinceMicros,
        dueMicros,
        back);
  }

  /** The same in a place where it stays until an instant. */
  Talk in(int place, long untilMicros) {
    return new Talk(
        call,
        state,
        customer,
        agent,
        offer,
        third,
        origin,
        byTelephone,
        place,
        from,
        number,
        sinceMicros,
        untilMicros,
        back);
  }
}
