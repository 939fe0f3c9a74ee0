// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.Agent;
import org.ringmaster.core.agent.Offer;
import org.ringmaster.core.call.BridgeId;
import org.ringmaster.core.call.CallCommand;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.LegState;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.call.PlaybackId;
import org.ringmaster.core.call.SeenBridge;
import org.ringmaster.core.call.SeenLeg;

/** What is on a {@link ManualAsterisk}, for those who look. */
abstract class ManualSight {
  final NodeId id;
  final Map<LegId, Channel> channels = new LinkedHashMap<>();
  final Map<BridgeId, Room> rooms = new LinkedHashMap<>();
  final Map<PlaybackId, LegId> playings = new LinkedHashMap<>();
  final Map<PlaybackId, String> words = new LinkedHashMap<>();
  final Map<LegId, CallCommand.SnoopLeg> snoops = new LinkedHashMap<>();

  ManualSight(NodeId id) {
    this.id = id;
  }

  @Nullable Channel channel(LegId leg) {
    return channels.get(leg);
  }

  @Nullable Room room(@Nullable BridgeId bridge) {
    return bridge == null ? null : rooms.get(bridge);
  }

  Map<LegId, Channel> channels() {
    return channels;
  }

  Map<BridgeId, Room> rooms() {
    return rooms;
  }

  /** What plays to a leg, as the prompts' texts; empty for nothing. */
  String said(LegId leg) {
    return playings.entrySet().stream()
        .filter(playing -> playing.getValue().equals(leg))
        .map(playing -> words.getOrDefault(playing.getKey(), ""))
        .collect(Collectors.joining(" "));
  }

  /** What plays to the telephone that an agent answers with. */
  public String said(Agent agent, ScenarioCentre in) {
    Offer offer = in.centre().roster().books().offer(Objects.requireNonNull(agent.offer()));
    return said(Objects.requireNonNull(offer).leg());
  }

  boolean plays(LegId leg) {
    return playings.containsValue(leg);
  }

  /** Where a leg is, or null. */
  public @Nullable BridgeId bridgeOf(LegId leg) {
    Channel channel = channels.get(leg);
    return channel == null ? null : channel.bridge;
  }

  /** Whether a leg lives here. */
  public boolean has(LegId leg) {
    return channels.containsKey(leg);
  }

  /** Whether a telephone or outside number has a leg. */
  public boolean hasLegOf(String whom) {
    return newest(whom, null) != null;
  }

  /** How many legs live here. */
  public int legs() {
    return channels.size();
  }

  /** How often a telephone or outside number rings now. */
  public long ringing(String whom) {
    return Channel.count(channels.values(), whom, LegState.RINGING);
  }

  /** Whether a telephone or outside number rings. */
  public boolean rings(String whom) {
    return newest(whom, LegState.RINGING) != null;
  }

  @Nullable Channel newest(String whom, @Nullable LegState state) {
    return Channel.newest(channels.values(), whom, state);
  }

  /** The legs by which a leg is overheard now, as they were asked for. */
  public List<CallCommand.SnoopLeg> snoopsOn(LegId leg) {
    return snoops.values().stream()
        .filter(snoop -> snoop.of().equals(leg) && channels.containsKey(snoop.leg()))
        .toList();
  }

  /** What a list made now says. */
  public CallInput.NodeListed listed() {
    List<SeenLeg> legs = channels.values().stream().map(Channel::seen).toList();
    List<SeenBridge> bridges = new ArrayList<>();
    rooms.forEach((bridge, room) -> bridges.add(new SeenBridge(bridge, List.copyOf(room.legs()))));
    return new CallInput.NodeListed(id, legs, bridges);
  }
}
