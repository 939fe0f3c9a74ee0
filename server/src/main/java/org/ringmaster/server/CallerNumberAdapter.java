// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.SeenLeg;
import org.ringmaster.core.engine.Inlet;
import org.ringmaster.core.journey.ConsentScope;
import org.ringmaster.core.journey.JourneyInput;
import org.ringmaster.core.kernel.Answer;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.server.config.CallerNumbers;

/**
 * Writes every number of a person in one way before the kernel hears of it: who calls as
 * +4930123456, 004930123456 or 4930123456 is one customer. Used by any thread.
 */
final class CallerNumberAdapter implements Inlet {

  private static final String UNREADABLE =
      "It is not clear whose number that is, so that nobody would be protected: say it with + and"
          + " the country, such as +4930123456, or set region.";

  private final Inlet inlet;
  private volatile CallerNumbers numbers;

  CallerNumberAdapter(Inlet inlet, CallerNumbers numbers) {
    this.inlet = inlet;
    this.numbers = numbers;
  }

  /** From now on numbers are read so. */
  void reads(CallerNumbers now) {
    numbers = now;
  }

  @Override
  public void offer(Input input, long occurredAtMicros) {
    inlet.offer(normal(input), occurredAtMicros);
  }

  @Override
  public CompletableFuture<Answer> ask(Input input) {
    if (input instanceof JourneyInput.Forbid in && isForNobody(in)) {
      return CompletableFuture.completedFuture(new Answer.Refused(UNREADABLE));
    }
    return inlet.ask(normal(input));
  }

  /** Campaigns know all numbers with their country: what is kept otherwise would protect nobody. */
  private boolean isForNobody(JourneyInput.Forbid in) {
    boolean forCampaigns = in.scope() == ConsentScope.ANY || in.scope() == ConsentScope.CAMPAIGN;
    return forCampaigns && !numbers.isReadable(in.number());
  }

  private Input normal(Input input) {
    return switch (input) {
      case CallInput.LegArrived in when in.callerNumber() != null ->
          new CallInput.LegArrived(
              in.node(),
              in.leg(),
              in.entry(),
              in.number(),
              in.endpoint(),
              normal(in.callerNumber()),
              in.callerName(),
              in.up());
      case CallInput.NodeListed in -> listed(in);
      case JourneyInput.Forbid in ->
          new JourneyInput.Forbid(numbers.normal(in.number()), in.scope(), in.author());
      case JourneyInput.Permit in ->
          new JourneyInput.Permit(numbers.normal(in.number()), in.scope(), in.author());
      default -> input;
    };
  }

  private CallInput.NodeListed listed(CallInput.NodeListed in) {
    List<SeenLeg> legs = new ArrayList<>(in.legs().size());
    for (SeenLeg leg : in.legs()) {
      legs.add(
          new SeenLeg(
              leg.leg(),
              leg.state(),
              leg.ours(),
              leg.entry(),
              leg.number(),
              leg.endpoint(),
              normal(leg.callerNumber()),
              leg.callerName()));
    }
    return new CallInput.NodeListed(in.node(), legs, in.bridges());
  }

  private @Nullable Personal normal(@Nullable Personal number) {
    return number == null ? null : numbers.normal(number);
  }
}
