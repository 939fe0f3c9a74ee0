// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.cel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.LegId;

class CelFoldTest {
  private static final LegId CALLER = new LegId("edge-1795355129.0");
  private static final LegId AGENT = new LegId("l01-00qglj-0000000003");

  @Test
  void aRealCallIsReadWhole() throws IOException, URISyntaxException {
    Path file = Path.of(Objects.requireNonNull(getClass().getResource("one-call.json")).toURI());
    Map<LegId, WitnessedLeg> legs = CelFiles.legs(List.of(file));
    assertEquals(Set.of(CALLER, AGENT), legs.keySet());
    WitnessedLeg caller = legs.get(CALLER);
    assertEquals(1_795_355_129_200_969L, caller.startMicros());
    assertEquals(1_795_355_129_258_648L, caller.answerMicros());
    assertEquals(1_795_355_132_276_242L, caller.endMicros());
    assertEquals(HangupCause.NORMAL, caller.cause());
    assertEquals(Set.of(AGENT), caller.talkedWith());
    assertEquals(2, caller.stays().size());
    assertTrue(caller.stays().getFirst().room());
    assertFalse(caller.stays().getLast().room());
    WitnessedLeg agent = legs.get(AGENT);
    assertEquals(Set.of(CALLER), agent.talkedWith());
    assertEquals(1_795_355_131_674_324L, agent.answerMicros());
    assertFalse(agent.isHelper());
  }

  @Test
  void whoWasInABridgeAfterTheOtherLeftDidNotTalkWithIt() {
    CelFold fold = new CelFold(10);
    fold.take(new CelRow("BRIDGE_ENTER", 1, "a", "PJSIP/a-1", "b", "simple_bridge", 0, ""));
    fold.take(new CelRow("BRIDGE_EXIT", 2, "a", "PJSIP/a-1", "b", "simple_bridge", 0, ""));
    fold.take(new CelRow("BRIDGE_ENTER", 3, "c", "PJSIP/c-1", "b", "simple_bridge", 0, ""));
    WitnessedLeg a = fold.leg(new LegId("a"));
    assertNotNull(a);
    assertEquals(Set.of(), a.talkedWith());
    assertEquals(2, a.stays().getFirst().exitMicros());
  }

  @Test
  void onlySoManyEndedLegsAreKeptAndLiveOnesAlways() {
    CelFold fold = new CelFold(2);
    fold.take(new CelRow("CHAN_START", 1, "live", "", "", "", 0, ""));
    for (int i = 0; i < 10; i++) {
      fold.take(new CelRow("CHAN_END", i + 1, "x" + i, "", "", "", 0, ""));
    }
    assertEquals(3, fold.legs().size());
    assertNotNull(fold.leg(new LegId("live")));
    assertNotNull(fold.leg(new LegId("x9")));
    assertNull(fold.leg(new LegId("x0")));
  }

  @Test
  void timesAreReadToTheMicrosecond() {
    assertEquals(1_700_000_000_000_001L, CelRows.micros("1700000000.000001"));
    assertEquals(1_700_000_000_500_000L, CelRows.micros("1700000000.5"));
    assertEquals(1_700_000_000_000_000L, CelRows.micros("1700000000"));
    assertEquals(-1, CelRows.micros("yesterday"));
    assertEquals(-1, CelRows.micros("1.2.3"));
  }

  @Test
  void fieldsAreFoundByNameInAnyCase() {
    CelRow row =
        CelRows.parse(
            "{\"Num\":\"1\",\"EventTime\":\"1.5\",\"UniqueID\":\"u\",\"EventType\":\"HANGUP\","
                + "\"new\":[1,{}],\"EventExtra\":\"{\\\"hangupcause\\\":\\\"17\\\"}\"}");
    assertNotNull(row);
    assertEquals("HANGUP", row.type());
    assertEquals(17, row.hangupCause());
    assertEquals(1_500_000, row.atMicros());
  }
}
