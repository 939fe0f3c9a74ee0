// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.node;

import ch.loway.oss.ari4java.generated.models.Bridge;
import ch.loway.oss.ari4java.generated.models.Channel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ringmaster.aribridge.transport.AriAnswer;
import org.ringmaster.aribridge.transport.AriRequest;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.SeenBridge;
import org.ringmaster.core.call.SeenLeg;
import org.ringmaster.core.kernel.IdShape;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a node for all that lives on it and makes one input of the answers. Runs on the node's event
 * loop.
 */
final class NodeListing {
  private static final Logger log = LoggerFactory.getLogger(NodeListing.class);
  private static final long LIST_MILLIS = 15_000;

  private final NodeSettings settings;
  private final NodeSockets sockets;
  private final ChannelNames names;
  private final LegGates gates;
  private final LegWatch watch;
  private final LongSupplier nowMicros;
  private final BiConsumer<CallInput, Long> inputs;
  private boolean underWay;
  private boolean wantedAgain;
  private int connection;

  /**
   * Makes the listing.
   *
   * @param inputs takes the list and the instant at which it was asked for, in epoch microseconds
   */
  NodeListing(
      NodeSettings settings,
      NodeSockets sockets,
      ChannelNames names,
      LegGates gates,
      LegWatch watch,
      LongSupplier nowMicros,
      BiConsumer<CallInput, Long> inputs) {
    this.settings = settings;
    this.sockets = sockets;
    this.names = names;
    this.gates = gates;
    this.watch = watch;
    this.nowMicros = nowMicros;
    this.inputs = inputs;
  }

  /** Lists; while a list is on its way one more is made after it, however often it is asked for. */
  void list() {
    if (underWay) {
      wantedAgain = true;
      return;
    }
    underWay = true;
    int mine = connection;
    long askedAt = nowMicros.getAsLong();
    // What is on its way meanwhile may be carried out after the list is made.
    gates.mark();
    sockets
        .control()
        .sendFirst(
            AriRequest.get("channels").within(LIST_MILLIS),
            channels -> {
              if (mine == connection) {
                bridges(channels, askedAt, mine);
              }
            });
  }

  /** The connection has gone: what is on its way will not be answered. */
  void forget() {
    connection++;
    underWay = false;
    wantedAgain = false;
  }

  private void bridges(AriAnswer channels, long askedAt, int mine) {
    sockets
        .control()
        .sendFirst(
            AriRequest.get("bridges").within(LIST_MILLIS),
            bridges -> {
              if (mine == connection) {
                listed(channels, bridges, askedAt);
              }
            });
  }

  private void listed(AriAnswer channels, AriAnswer bridges, long askedAt) {
    underWay = false;
    Set<LegId> unanswered = gates.sinceMark();
    gates.unmark();
    List<Channel> seenChannels = channels.ok() ? AriModels.channels(channels.body()) : null;
    List<Bridge> seenBridges = bridges.ok() ? AriModels.bridges(bridges.body()) : null;
    if (seenChannels == null || seenBridges == null) {
      failed(channels, bridges);
      return;
    }
    List<SeenLeg> legs = new ArrayList<>(seenChannels.size());
    Set<String> ids = new HashSet<>();
    for (Channel channel : seenChannels) {
      if (isWhole(channel.getId(), channel.getName())) {
        legs.add(SeenThings.leg(channel, settings.app()));
        ids.add(channel.getId());
        names.learn(channel.getId(), channel.getName());
      }
    }
    names.keepOnly(ids);
    for (LegId leg : unanswered) {
      if (!ids.contains(leg.value())) {
        legs.add(SeenThings.unanswered(leg));
      }
    }
    List<SeenBridge> rooms = new ArrayList<>(seenBridges.size());
    for (Bridge bridge : seenBridges) {
      if (bridge.getId() != null) {
        rooms.add(SeenThings.bridge(bridge));
      }
    }
    inputs.accept(new CallInput.NodeListed(settings.node(), legs, rooms), askedAt);
    watch.keepOnly(legs.stream().map(SeenLeg::leg).collect(Collectors.toSet()));
    // Whether an earlier run of ours subscribed to them is not known; twice does no harm.
    for (SeenLeg leg : legs) {
      if (leg.ours() && !IdShape.isOurs(leg.leg().value())) {
        watch.watch(leg.leg());
      }
    }
    again();
  }

  private static boolean isWhole(@Nullable String id, @Nullable String name) {
    return id != null && name != null;
  }

  /** Without a list nobody knows what is true: a new connection begins anew. */
  private void failed(AriAnswer channels, AriAnswer bridges) {
    wantedAgain = false;
    log.warn("{} could not be listed: {}, {}", settings.node(), channels, bridges);
    sockets.reconnect();
  }

  private void again() {
    if (wantedAgain) {
      wantedAgain = false;
      list();
    }
  }
}
