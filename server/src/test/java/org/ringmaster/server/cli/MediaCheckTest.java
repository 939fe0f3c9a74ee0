// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.ringmaster.asteriskconf.HostAddress;

class MediaCheckTest {

  @Test
  void nothingComingThroughSaysWhichPortsAndAddressesToLookAt() {
    Check none = judged(0);
    assertEquals("fail", none.word());
    assertEquals("0 of 100 packets came through", none.detail());
    assertTrue(none.fix().getFirst().contains("rtp.conf"), none.fix()::toString);
    assertTrue(none.fix().getFirst().endsWith("from and to 127.0.0.1"), none.fix()::toString);
    assertTrue(none.fix().getLast().contains("external_media_address"), none.fix()::toString);
  }

  @Test
  void someLostIsAWarningAndNearlyAllIsWell() {
    assertEquals("warn", judged(94).word());
    Check well = judged(95);
    assertEquals("ok", well.word());
    assertEquals("95 of 100 packets came through, half of them within 1.5 ms", well.detail());
  }

  @Test
  void twoProbesThatSendToEachOtherHearEveryPacket() throws Exception {
    InetAddress here = InetAddress.getLoopbackAddress();
    try (RtpProbe one = new RtpProbe(here);
        RtpProbe other = new RtpProbe(here)) {
      RtpProbe.exchange(
          one,
          new InetSocketAddress(here, other.port()),
          other,
          new InetSocketAddress(here, one.port()));
      assertEquals(RtpProbe.PACKETS, one.heard());
      assertEquals(RtpProbe.PACKETS, other.heard());
      assertTrue(one.medianMicros() > 0);
    }
  }

  private static Check judged(int heard) {
    return MediaCheck.judged("rtp edge", HostAddress.LOOPBACK, heard, 100, 1_500);
  }
}
