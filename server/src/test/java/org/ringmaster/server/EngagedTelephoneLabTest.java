// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ringmaster.core.agent.AgentFact;
import org.ringmaster.core.agent.AgentState;
import org.ringmaster.core.call.TelephoneId;
import org.ringmaster.lab.CallerBehaviour;
import org.ringmaster.lab.Heard;
import org.ringmaster.lab.LabAsterisk;
import org.ringmaster.lab.OutsideCall;

/** A telephone that a real Asterisk has in a call without the platform. */
@Tag("lab")
@ExtendWith(SharedLab.class)
class EngagedTelephoneLabTest {
  private static final String NUMBER = "49301000";

  @Test
  void whoIsInACallWithoutUsIsRungWhenThatIsOver(LabCentre centre) throws Exception {
    centre.begin("anna");
    LabAsterisk edge = centre.lab().edge();
    edge.cli("channel originate PJSIP/tel01 application Wait 120");
    Waiting.until(() -> isEngaged(centre), 20, "AMI and a list tell of it");
    OutsideCall caller = centre.outside().call(NUMBER, "4930555778", CallerBehaviour.stays());
    Heard music = centre.outside().listen(caller).hears(4_000);
    assertTrue(music.loudness() > 50, music::toString);
    assertEquals(List.of(), centre.facts(AgentFact.OfferMade.class), "rung on a second line");

    edge.cli("channel request hangup " + channelOf(edge));
    centre.is("anna", AgentState.ON_CALL);
    assertTrue(!isEngaged(centre), "still shown in another call");
    centre.outside().hangUp(caller);
  }

  private static boolean isEngaged(LabCentre centre) {
    return Objects.requireNonNull(
            centre.platform().boards().telephones().row(new TelephoneId("tel01")), "no row")
        .engaged();
  }

  private static String channelOf(LabAsterisk edge) {
    return edge.cli("core show channels concise")
        .lines()
        .filter(line -> line.startsWith("PJSIP/tel01-"))
        .map(line -> line.substring(0, line.indexOf('!')))
        .findFirst()
        .orElseThrow();
  }
}
