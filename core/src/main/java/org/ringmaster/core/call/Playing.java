// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Prompts playing to a leg.
 *
 * @param inDoubt whether the node may never have heard that it should play them
 * @param language in which they are said; null for the leg's own
 * @param cut whether they were asked to stop
 */
record Playing(
    PlaybackId id,
    LegId leg,
    boolean thenHangUp,
    List<Prompt> prompts,
    boolean inDoubt,
    @Nullable Language language,
    boolean cut) {

  Playing doubted() {
    return new Playing(id, leg, thenHangUp, prompts, true, language, cut);
  }

  Playing stopped() {
    return new Playing(id, leg, thenHangUp, prompts, inDoubt, language, true);
  }
}
