// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.asterisk;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.LegState;
import org.ringmaster.core.call.SeenLeg;
import org.ringmaster.core.kernel.IdShape;

/** Asks a node for all that lives on it, in two requests, and makes one input of the answers. */
final class Listing {

  private static final long LIST_MICROS = 15_000_000;

  private final SimulatedNode node;
  private boolean underWay;
  private boolean wantedAgain;
  private int connection;

  Listing(SimulatedNode node) {
    this.node = node;
  }

  void list() {
    if (underWay) {
      wantedAgain = true;
      return;
    }
    underWay = true;
    int mine = connection;
    long askedAt = node.nowMicros();
    node.gates().mark();
    ask(Request.Kind.CHANNELS, mine, channels -> bridges(channels, askedAt, mine));
  }

  private void ask(Request.Kind kind, int mine, java.util.function.Consumer<Answered> next) {
    node.control()
        .sendFirst(
            Request.of(
                kind,
                node.nowMicros() + LIST_MICROS,
                answer -> {
                  if (mine == connection) {
                    next.accept(answer);
                  }
                }));
  }

  void forget() {
    connection++;
    underWay = false;
    wantedAgain = false;
  }

  private void bridges(Answered channels, long askedAt, int mine) {
    ask(Request.Kind.BRIDGES, mine, bridges -> listed(channels, bridges, askedAt));
  }

  private void listed(Answered channels, Answered bridges, long askedAt) {
    underWay = false;
    List<LegId> unanswered = node.gates().unmark();
    if (!channels.ok() || !bridges.ok()) {
      wantedAgain = false;
      node.control().reconnect();
      return;
    }
    List<SeenLeg> legs = new ArrayList<>(channels.legs());
    Set<LegId> ids = new LinkedHashSet<>();
    legs.forEach(leg -> ids.add(leg.leg()));
    for (LegId leg : unanswered) {
      if (ids.add(leg)) {
        legs.add(new SeenLeg(leg, LegState.REQUESTED, false, "", "", "", null, null));
      }
    }
    node.tell(new CallInput.NodeListed(node.id(), legs, bridges.bridges()), askedAt);
    node.watch().keepOnly(ids);
    for (SeenLeg leg : legs) {
      if (leg.ours() && !IdShape.isOurs(leg.leg().value())) {
        node.watch().watch(leg.leg());
      }
    }
    if (wantedAgain) {
      wantedAgain = false;
      list();
    }
  }
}
