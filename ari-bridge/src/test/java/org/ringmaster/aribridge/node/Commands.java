// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.node;

import org.ringmaster.core.call.CallCommand;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.Endpoint;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.kernel.Personal;

/** Commands that several tests ask. */
final class Commands {
  private Commands() {}

  static CallCommand.OriginateLeg originate(LegId leg, boolean bulk) {
    return new CallCommand.OriginateLeg(
        NodeFixture.NODE,
        leg,
        new CallId("c01-t3k9a2-0000000041"),
        Endpoint.through("carrier", "4930777"),
        new Personal("+4930555"),
        new Personal("Anna \"x\" <Doe>"),
        12_300,
        false,
        bulk);
  }
}
