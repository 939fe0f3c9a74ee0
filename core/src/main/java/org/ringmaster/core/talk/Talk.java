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
 * @param number the number an agent calls
 * @param sinceMicros since when it is in this state, by the kernel's clock
 * @param dueMicros when waiting for somebody is given up; 0 where somebody else's time-out ends it
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
    long dueMicros) {

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
        0);
  }

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
        dueMicros);
  }

  Talk ledBy(@Nullable AgentId who, @Nullable OfferId part) {
    return new Talk(
        call,
        state,
        customer,
        who,
        part,
        third,
        origin,
        byTelephone,
        slot,
        from,
        number,
        sinceMicros,
        dueMicros);
  }

  Talk leftBy(@Nullable AgentId who) {
    return new Talk(
        call,
        state,
        customer,
        null,
        null,
        third,
        origin,
        false,
        slot,
        who,
        number,
        sinceMicros,
        dueMicros);
  }

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
        dueMicros);
  }

  Talk from(Origin where) {
    return new Talk(
        call,
        state,
        customer,
        agent,
        offer,
        third,
        where,
        byTelephone,
        slot,
        from,
        number,
        sinceMicros,
        dueMicros);
  }

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
        dueMicros);
  }

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
        untilMicros);
  }
}
