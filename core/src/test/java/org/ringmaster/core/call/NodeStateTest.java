// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class NodeStateTest {

  private static final long SECOND = 1_000_000;

  private final NodeState listed =
      NodeState.connected(new NodeId("edge"), 1, 1).listed(100 * SECOND, 100 * SECOND, true);

  @Test
  void whatIsInDoubtBeforeTheListingHasComeIsOneDoubtWithIt() {
    NodeState once = listed.doubted(200 * SECOND, 200 * SECOND);
    NodeState often = once;
    for (int i = 1; i <= 8; i++) {
      often = often.doubted(200 * SECOND + i, 200 * SECOND + i);
    }
    assertEquals(once.nextListingMicros(), often.nextListingMicros());
  }

  @Test
  void listingsThatDoNotHelpComeTwiceAsLateEachTime() {
    NodeState node = listed.doubted(200 * SECOND, 200 * SECOND);
    for (int times = 1; times <= 4; times++) {
      node = node.listed(300 * SECOND, 300 * SECOND, false);
      assertEquals(300 * SECOND + (SECOND << times), node.nextListingMicros());
      node = node.doubted(node.nextListingMicros(), 300 * SECOND);
    }
  }

  @Test
  void aListingThatHelpedBeginsAnew() {
    NodeState node = listed.doubted(200 * SECOND, 200 * SECOND).listed(201 * SECOND, 1, true);
    assertEquals(202 * SECOND, node.nextListingMicros());
  }
}
