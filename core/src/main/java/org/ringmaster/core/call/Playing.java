// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

import java.util.List;

/**
 * Prompts playing to a leg.
 *
 * @param inDoubt whether the node may never have heard that it should play them
 */
record Playing(
    PlaybackId id, LegId leg, boolean thenHangUp, List<Prompt> prompts, boolean inDoubt) {

  Playing doubted() {
    return new Playing(id, leg, thenHangUp, prompts, true);
  }
}
