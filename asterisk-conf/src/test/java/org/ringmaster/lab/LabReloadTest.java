// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.ringmaster.asteriskconf.ConfFiles;
import org.ringmaster.asteriskconf.ConfName;
import org.ringmaster.asteriskconf.Extension;
import org.ringmaster.asteriskconf.InboundNumber;

@Tag("lab")
class LabReloadTest {

  @Test
  void aNewNumberAndANewTelephoneWorkAndACallThatIsUpGoesOn() {
    EdgePlan before = EdgePlan.usual("edge");
    try (Lab lab = Lab.start(LabPlan.of(before))) {
      TinyPlatform platform = new TinyPlatform(lab.edge());
      OutsideCall goesOn = lab.outside().call("49301000", "491512345001", CallerBehaviour.stays());
      LabReading.await("a call is in", () -> platform.entered().size() == 1);

      EdgePlan usual = EdgePlan.usual("edge");
      EdgePlan after =
          new EdgePlan(
                  usual.node(),
                  List.of(new ConfName("tel01"), new ConfName("tel11")),
                  List.of(),
                  List.of(),
                  usual.numbers(),
                  usual.fallbackQueues().stream()
                      .map(queue -> queue.ringing(List.of(new ConfName("tel11"))))
                      .toList(),
                  usual.music())
              .withNumbers(
                  List.of(new InboundNumber(new Extension("4940555"), new ConfName("fallback"))));
      Lab now = lab.apply(List.of(after));

      now.outside().call("4940555", "491512345002", CallerBehaviour.stays());
      LabReading.await("the new number leads in", () -> platform.entered().size() == 2);
      platform.ring("tel11", "new-telephone");
      LabReading.await("the new telephone answers", () -> platform.hasEntered("new-telephone"));
      assertTrue(now.outside().isUp(goesOn));
      assertTrue(now.edge().cli("queue show fallback").contains("PJSIP/tel11"));
      assertEquals(-1, now.edge().cli("pjsip show endpoints").indexOf("tel02"));
    }
  }

  @Test
  void anEdgeMoreNeedsANewStart() {
    try (Lab lab = Lab.start(LabPlan.usual().withoutOutside())) {
      assertThrows(
          IllegalArgumentException.class,
          () -> lab.apply(List.of(EdgePlan.usual("edge"), EdgePlan.usual("another"))));
    }
  }

  @Test
  void textsPutBehindTheConfFilesAreRead() {
    ConfFiles agents =
        new ConfFiles(
            Map.of(
                "modules.conf", "load = app_agent_pool.so\n",
                "agents.conf", "[100]\nfullname = Agent\n",
                "extensions.conf", "[agents]\nexten => 100,1,AgentRequest(100)\n"));
    EdgePlan edge = EdgePlan.usual("edge").with(agents);
    try (Lab lab = Lab.start(LabPlan.of(edge).withoutOutside())) {
      assertTrue(lab.edge().cli("agent show all").contains("100"));
      assertTrue(lab.edge().cli("dialplan show agents").contains("AgentRequest(100)"));
    }
  }
}
