// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.ringmaster.core.codec.CodecRegistry;
import org.ringmaster.core.engine.Centre;
import org.ringmaster.core.kernel.Decider;
import org.ringmaster.dialer.board.CampaignBoardCodec;
import org.ringmaster.dialer.campaign.CampaignCodec;
import org.ringmaster.dialer.campaign.Campaigns;
import org.ringmaster.dialer.list.LeadSegments;
import org.ringmaster.dialer.list.ListCodec;
import org.ringmaster.dialer.list.Lists;

/**
 * The one place where the core's deciders and the dialer's are put together: whoever decides,
 * replays, snapshots or simulates makes its centre here, so that all of them know the same.
 */
public final class DialerCentre {

  private DialerCentre() {}

  /** The names of everything that the core and the dialer journal or snapshot. */
  public static CodecRegistry.Builder names() {
    return Centre.names()
        .addAll(ListCodec.registry())
        .addAll(CampaignCodec.registry())
        .addAll(CampaignBoardCodec.registry());
  }

  /** A centre that knows nothing and keeps its lists nowhere. */
  public static Centre centre() {
    return centre(decider -> decider);
  }

  /** The same, but the kernel sees each decider through another, see {@link Centre}. */
  public static Centre centre(UnaryOperator<Decider> seen) {
    return centre(LeadSegments.of(Map.of()), parts -> List.of(), seen);
  }

  /** A centre whose leads are kept there. */
  public static Centre centre(LeadSegments segments) {
    return centre(segments, parts -> List.of(), decider -> decider);
  }

  /**
   * The same, with deciders after the dialer's.
   *
   * @param more makes them from the centre's parts
   */
  public static Centre centre(
      LeadSegments segments, Function<Centre, List<Decider>> more, UnaryOperator<Decider> seen) {
    return new Centre(
        parts -> {
          Lists lists = new Lists(segments);
          Campaigns campaigns =
              new Campaigns(
                  parts.calls(),
                  parts.roster(),
                  parts.acd(),
                  parts.callbacks(),
                  parts.journeys(),
                  parts.recordings(),
                  lists);
          List<Decider> all = new ArrayList<>(List.of(lists, campaigns));
          all.addAll(more.apply(parts));
          return all;
        },
        seen);
  }
}
