// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.wall;

import org.ringmaster.core.codec.CodecRegistry;

/**
 * The stable short names of this package's records in journals and snapshots. Names never change.
 */
public final class WallCodec {

  private WallCodec() {}

  /** All names of this package. */
  public static CodecRegistry registry() {
    return CodecRegistry.builder()
        .add("fact.wall.thresholds-set", WallFact.ThresholdsSet.class)
        .add("fact.wall.alarm-muted", WallFact.AlarmMuted.class)
        .add("fact.wall.link-issued", WallFact.LinkIssued.class)
        .add("fact.wall.link-revoked", WallFact.LinkRevoked.class)
        .add("input.wall.set-thresholds", WallInput.SetThresholds.class)
        .add("input.wall.mute-alarm", WallInput.MuteAlarm.class)
        .add("input.wall.issue-link", WallInput.IssueLink.class)
        .add("input.wall.revoke-link", WallInput.RevokeLink.class)
        .add("state.wall.thresholds", QueueThresholds.class)
        .add("state.wall.mute", Mute.class)
        .add("state.wall.link", WallLink.class)
        .build();
  }
}
