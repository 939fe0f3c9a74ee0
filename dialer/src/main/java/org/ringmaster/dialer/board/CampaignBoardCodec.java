// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.board;

import org.ringmaster.core.codec.CodecRegistry;

/** The stable short names of this package's records in snapshots. Names never change. */
public final class CampaignBoardCodec {

  private CampaignBoardCodec() {}

  /** All names of this package. */
  public static CodecRegistry registry() {
    return CodecRegistry.builder()
        .add("state.campaign-board.trail", CampaignTrail.Saved.class)
        .add("state.campaign-board.attempt", CampaignTrail.Counted.class)
        .add("state.campaign-board.agent", CampaignTrail.Idle.class)
        .add("state.campaign-board.ringing", CampaignTrail.Ringing.class)
        .build();
  }
}
