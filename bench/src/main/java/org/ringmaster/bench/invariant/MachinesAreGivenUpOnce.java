// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.invariant;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.ScreeningVerdict;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.dialer.campaign.AttemptOutcome;
import org.ringmaster.dialer.campaign.CampaignFact;
import org.ringmaster.dialer.campaign.MachineTreatment;

/** One verdict for each call that is listened to, and what follows from it happens once. */
final class MachinesAreGivenUpOnce implements Invariant {

  /** What is known of an attempt that is listened to. */
  private record Heard(@Nullable MachineTreatment treatment, boolean left) {
    boolean isGivenUp() {
      return treatment == MachineTreatment.HUNG_UP || treatment == MachineTreatment.MESSAGE;
    }
  }

  private final Map<LegId, Heard> live = new HashMap<>();

  @Override
  public String sentence() {
    return "Who is listened to gets one verdict; only a clear machine is given up, and no agent"
        + " gets it any more.";
  }

  @Override
  public @Nullable String brokenBy(RecordedFact fact) {
    return fact.fact() instanceof CampaignFact ours ? broken(ours) : null;
  }

  private @Nullable String broken(CampaignFact fact) {
    return switch (fact) {
      case CampaignFact.ScreeningBegun f ->
          live.put(f.leg(), new Heard(null, false)) == null
              ? null
              : f.leg() + " is listened to twice";
      case CampaignFact.AttemptScreened f -> judged(f);
      case CampaignFact.MessageStarted f -> {
        Heard heard = live.get(f.leg());
        yield heard != null && heard.treatment() == MachineTreatment.MESSAGE
            ? null
            : f.leg() + " is told a message, and is not to be";
      }
      case CampaignFact.MessageLeft f -> {
        Heard heard = live.get(f.leg());
        live.put(f.leg(), new Heard(heard == null ? null : heard.treatment(), true));
        yield heard != null && heard.left() ? f.leg() + " is left a message twice" : null;
      }
      case CampaignFact.Connected f -> afterwards(f.leg(), "gets an agent");
      case CampaignFact.Abandoned f -> afterwards(f.leg(), "is abandoned");
      case CampaignFact.AttemptEnded f -> ended(f);
      default -> null;
    };
  }

  private @Nullable String judged(CampaignFact.AttemptScreened f) {
    Heard heard = live.put(f.leg(), new Heard(f.treatment(), false));
    if (heard == null) {
      return f.leg() + " has a verdict, and nobody listened";
    } else if (heard.treatment() != null) {
      return f.leg() + " has two verdicts";
    }
    boolean isClear = f.verdict() == ScreeningVerdict.MACHINE;
    return isClear || f.treatment() == MachineTreatment.NONE
        ? null
        : f.leg() + " is treated as a machine, and is taken for " + f.verdict();
  }

  private @Nullable String afterwards(LegId leg, String what) {
    Heard heard = live.get(leg);
    return heard != null && heard.isGivenUp() ? leg + " was given up and " + what : null;
  }

  private @Nullable String ended(CampaignFact.AttemptEnded f) {
    Heard heard = live.remove(f.leg());
    AttemptOutcome wanted =
        heard == null || !heard.isGivenUp()
            ? null
            : heard.left() ? AttemptOutcome.MESSAGE_LEFT : AttemptOutcome.MACHINE;
    boolean isOfMachine =
        f.outcome() == AttemptOutcome.MACHINE || f.outcome() == AttemptOutcome.MESSAGE_LEFT;
    return (wanted != null || isOfMachine) && f.outcome() != wanted
        ? f.leg() + " ends as " + f.outcome() + ", and should as " + wanted
        : null;
  }
}
