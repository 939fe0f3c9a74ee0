// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.dialer.campaign.AttemptOutcome;
import org.ringmaster.dialer.campaign.CampaignFact;
import org.ringmaster.dialer.campaign.CampaignId;
import org.ringmaster.dialer.campaign.CampaignInput;
import org.ringmaster.dialer.campaign.CampaignRow;
import org.ringmaster.dialer.campaign.CampaignState;
import org.ringmaster.dialer.list.ListUse;
import org.ringmaster.server.list.ImportPlan;

/** The campaigns of a centre on the lab: loads their leads, starts them, and tells what came. */
record LabCampaigns(LabCentre centre) {
  private static final Author SUE = new Author("sue");

  /** Loads the leads, digits without a plus, and starts the campaign. */
  void runs(String campaign, String... leads) throws Exception {
    loads(campaign, leads);
    Waiting.until(() -> row(campaign).numbers().dialable() == leads.length, 20, "leads are there");
    centre.accepted(new CampaignInput.Start(new CampaignId(campaign), SUE));
  }

  private void loads(String campaign, String... leads) throws IOException {
    Path sent = centre.platform().lists().spool();
    StringBuilder text = new StringBuilder("phone\n");
    for (String lead : leads) {
      text.append('+').append(lead).append('\n');
    }
    Files.writeString(sent, text);
    centre
        .platform()
        .lists()
        .begin(
            sent,
            new ImportPlan(
                ListUse.DIAL,
                campaign,
                campaign + ".csv",
                null,
                "",
                "Europe/Berlin",
                null,
                null,
                null,
                false,
                false,
                false,
                SUE));
  }

  /** What came of the attempts, when the campaign is worked through. */
  Map<AttemptOutcome, Long> outcomes(String campaign) throws Exception {
    Waiting.until(() -> row(campaign).state() == CampaignState.EXHAUSTED, 60, "worked through");
    return counted(campaign);
  }

  /** What came of the attempts so far, when nobody rings. */
  Map<AttemptOutcome, Long> counted(String campaign) throws Exception {
    Waiting.until(() -> row(campaign).numbers().ringing() == 0, 20, "nobody rings");
    Map<AttemptOutcome, Long> outcomes = new EnumMap<>(AttemptOutcome.class);
    for (CampaignFact.AttemptEnded ended : centre.facts(CampaignFact.AttemptEnded.class)) {
      if (ended.campaign().value().equals(campaign)) {
        outcomes.merge(ended.outcome(), 1L, Long::sum);
      }
    }
    return outcomes;
  }

  /** How a campaign stands. */
  CampaignRow row(String campaign) {
    return Objects.requireNonNull(
        centre.platform().campaigns().row(new CampaignId(campaign)), campaign);
  }
}
