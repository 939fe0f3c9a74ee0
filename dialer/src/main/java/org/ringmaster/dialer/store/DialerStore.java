// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.store;

import java.util.ArrayList;
import java.util.List;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.store.CoreProjections;
import org.ringmaster.core.store.Projection;
import org.ringmaster.core.store.StoreAddress;
import org.ringmaster.core.store.StoreCheck;
import org.ringmaster.core.store.StoreOptions;
import org.ringmaster.core.store.StoreSum;
import org.ringmaster.core.store.StoreVerifier;

/**
 * The one place where the core's tables and the dialer's are put together: whoever writes, rebuilds
 * or verifies the journey store takes its parts from here. Used by any thread.
 */
public final class DialerStore {

  /** The dialer's own migrations; they need the core's. */
  public static final String MIGRATIONS = "classpath:db/migration/dialer";

  private static final List<StoreCheck> CHECKS =
      List.of(
          new StoreCheck(
              "attempts.none",
              "an attempt has no leg",
              """
              select a.leg_id from attempts a where a.cell = ? and not exists
                (select from legs l where l.cell = a.cell and l.leg_id = a.leg_id)"""),
          new StoreCheck(
              "attempts.open",
              "the leg of an attempt has ended, the attempt has not",
              """
              select a.leg_id from attempts a
                join legs l on l.cell = a.cell and l.leg_id = a.leg_id
               where a.cell = ? and l.ended_at is not null and a.ended_at is null"""),
          new StoreCheck(
              "attempts.end-twice",
              "an attempt has more than one outcome",
              """
              select fact->>'leg' from facts
               where cell = ? and kind = 'fact.campaign.attempt-ended'
               group by fact->>'leg' having count(*) > 1"""),
          new StoreCheck(
              "attempts.two-at-once",
              "a number was dialled while another attempt to it was live",
              """
              select leg_id from
                (select leg_id, sequence,
                        max(coalesce(ended_sequence, 9223372036854775807)) over
                          (partition by identity_id order by sequence
                           rows between unbounded preceding and 1 preceding) as before
                   from attempts where cell = ?) s
               where before > sequence"""),
          new StoreCheck(
              "attempts.abandoned",
              "an attempt whose outcome is ABANDONED does not count as such",
              """
              select leg_id from attempts
               where cell = ? and outcome = 'ABANDONED' and abandoned is not true"""));

  private static final List<StoreSum> SUMS =
      List.of(
          StoreSum.of("attempts where sequence is not null", "fact.campaign.dialled"),
          StoreSum.of("attempts where answered_at is not null", "fact.campaign.answered"),
          StoreSum.of("attempts where given_up_at is not null", "fact.campaign.ringing-given-up"),
          StoreSum.of("attempts where locked_until is not null", "fact.campaign.abandoned"),
          StoreSum.of("attempts where ended_at is not null", "fact.campaign.attempt-ended"),
          StoreSum.of("previews", "fact.campaign.preview-shown"),
          StoreSum.of("previews where wanted_at is not null", "fact.campaign.preview-dial-wanted"),
          StoreSum.of("recalls", "fact.campaign.recall-agreed"),
          StoreSum.of("campaign_rules", "fact.campaign.configured"));

  private DialerStore() {}

  /** New readings of the facts, the core's first, to be used by one store. */
  public static List<Projection> projections() {
    List<Projection> all = new ArrayList<>(CoreProjections.all());
    all.addAll(own());
    return List.copyOf(all);
  }

  /** The dialer's own readings alone. */
  public static List<Projection> own() {
    return List.of(new CampaignProjection(), new PreviewProjection(), new RecallProjection());
  }

  /** A store of what the core and the dialer tell. */
  public static StoreOptions options(StoreAddress address, int cell, FactCodec codec) {
    return new StoreOptions(
        address, cell, codec, projections(), List.of(StoreOptions.CORE_MIGRATIONS, MIGRATIONS), 0);
  }

  /** Looks through the tables of both. */
  public static StoreVerifier verifier(int cell) {
    return new StoreVerifier(cell).with(CHECKS, SUMS);
  }
}
