// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.ringmaster.asteriskconf.HostAddress;
import org.ringmaster.lab.Lab;
import org.ringmaster.lab.LabAsterisk;
import org.ringmaster.lab.LabPlan;
import org.ringmaster.server.config.NodeSettings;
import org.ringmaster.server.config.Secret;

/** Voice through a real Asterisk. */
@Tag("lab")
class MediaCheckLabTest {

  @Test
  void packetsThatGoIntoAsteriskComeOutOfItAndNothingIsLeft() {
    try (Lab lab = Lab.start(LabPlan.usual().withoutOutside())) {
      LabAsterisk edge = lab.edge();
      NodeSettings.Ari ari =
          new NodeSettings.Ari(
              "http://127.0.0.1:" + edge.httpPort() + "/ari",
              edge.ariUser(),
              new Secret(edge.ariSecret()));
      Check well = MediaCheck.check("edge", ari, HostAddress.LOOPBACK);
      System.out.println(well.word() + " " + well.what() + ": " + well.detail());
      assertEquals("ok", well.word(), well::detail);
      assertEquals(0, lab.edge().legs());

      Check sounds =
          PromptCheck.check(
              "edge",
              ari,
              Map.of(
                  new PromptUse.Sound("en", "vm-intro"), "queues.sales.voicemail",
                  new PromptUse.Sound("es", "digits/3"), "queues.sales",
                  new PromptUse.Sound("pt", "vm-intro"), "queues.sales.voicemail",
                  new PromptUse.Sound("en", "no-such-sound"), "queues.sales"));
      assertEquals("3 of 4 sounds are there", sounds.detail(), sounds::toString);
      assertEquals(
          List.of(
              "en/no-such-sound is missing, for queues.sales: put en/no-such-sound.wav among the"
                  + " sounds"),
          sounds.fix());

      lab.edge().cli("module unload chan_rtp.so");
      Check without = MediaCheck.check("edge", ari, HostAddress.LOOPBACK);
      assertEquals("warn", without.word(), without::detail);
      assertTrue(without.fix().getFirst().contains("chan_rtp.so"), without.fix()::toString);
    }
  }
}
