// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.kernel.Author;

class CampaignLifecycleTest {
  private static final CampaignId ID = new CampaignId("renewals");
  private static final Author SUE = new Author("sue");
  private static final CampaignFact START = new CampaignFact.Started(ID, SUE);
  private static final CampaignFact PAUSE = new CampaignFact.Paused(ID, SUE);
  private static final CampaignFact CLOSE = new CampaignFact.Closed(ID, SUE);
  private static final CampaignFact EXHAUST = new CampaignFact.Exhausted(ID);

  private static final CampaignFact RESUME = new CampaignFact.Resumed(ID, ResumeReason.LIST_LOADED);

  private static CampaignState after(CampaignFact... facts) {
    CampaignState state = CampaignState.DRAFT;
    for (CampaignFact fact : facts) {
      state = CampaignLifecycle.TABLE.next(state, fact);
    }
    return state;
  }

  @Test
  void aCampaignRunsRestsAndIsWokenUntilItIsClosed() {
    assertEquals(CampaignState.RUNNING, after(START, PAUSE, START));
    assertEquals(CampaignState.RUNNING, after(START, EXHAUST, START));
    assertEquals(CampaignState.CLOSED, after(CLOSE));
    assertEquals(CampaignState.CLOSED, after(START, CLOSE));
    assertEquals(CampaignState.CLOSED, after(START, PAUSE, CLOSE));
    assertEquals(CampaignState.CLOSED, after(START, EXHAUST, CLOSE));
  }

  @Test
  void whatHasNoLeadLeftGoesOnByItselfUnlessItIsPaused() {
    assertEquals(CampaignState.RUNNING, after(START, EXHAUST, RESUME));
    assertEquals(CampaignState.PAUSED, after(START, EXHAUST, PAUSE));
    assertThrows(IllegalStateException.class, () -> after(RESUME));
    assertThrows(IllegalStateException.class, () -> after(START, PAUSE, RESUME));
  }

  @Test
  void theTableIsDrawnInTheHowTo() throws IOException {
    String page = Files.readString(Path.of("../docs/how-to/run-a-campaign.md"));
    assertTrue(page.contains("\n" + CampaignLifecycle.TABLE.diagram()), "another drawing");
  }

  @Test
  void whatIsClosedStaysClosed() {
    assertThrows(IllegalStateException.class, () -> after(CLOSE, START));
  }
}
