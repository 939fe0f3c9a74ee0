// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.node;

import ch.loway.oss.ari4java.generated.models.Bridge;
import ch.loway.oss.ari4java.generated.models.CallerID;
import ch.loway.oss.ari4java.generated.models.Channel;
import ch.loway.oss.ari4java.generated.models.DialplanCEP;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.BridgeId;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.LegState;
import org.ringmaster.core.call.SeenBridge;
import org.ringmaster.core.call.SeenLeg;
import org.ringmaster.core.kernel.IdShape;
import org.ringmaster.core.kernel.Personal;

/** Turns Asterisk's lists into what the kernel compares with its books. Pure functions. */
final class SeenThings {
  private SeenThings() {}

  static SeenLeg leg(Channel channel, String app) {
    String[] arguments = stasisArguments(channel.getDialplan(), app);
    if (arguments.length == 0 && isSnoop(channel)) {
      arguments = new String[] {app, "out"};
    }
    CallerID caller = channel.getCaller();
    return new SeenLeg(
        new LegId(channel.getId()),
        state(channel, arguments.length > 0),
        arguments.length > 0,
        argument(arguments, 1),
        argument(arguments, 2),
        ChannelNames.endpointIn(channel.getName()),
        Personal.ofNullable(caller == null ? null : caller.getNumber()),
        Personal.ofNullable(caller == null ? null : caller.getName()));
  }

  /** A leg whose originate is still on its way, which no list can hold yet. */
  static SeenLeg unanswered(LegId leg) {
    return new SeenLeg(leg, LegState.REQUESTED, false, "", "", "", null, null);
  }

  static SeenBridge bridge(Bridge bridge) {
    List<String> channels = bridge.getChannels();
    List<LegId> legs = channels == null ? List.of() : channels.stream().map(LegId::new).toList();
    return new SeenBridge(new BridgeId(bridge.getId()), legs);
  }

  /**
   * A snoop channel is in our application from its first moment, and in no dialplan; one that
   * listens there comes back.
   */
  private static boolean isSnoop(Channel channel) {
    return channel.getName().startsWith("Snoop/") && IdShape.isOurs(channel.getId());
  }

  /** The arguments of {@code Stasis()}, our application's name first; none if it is not in it. */
  private static String[] stasisArguments(@Nullable DialplanCEP dialplan, String app) {
    if (dialplan == null || !"Stasis".equals(dialplan.getApp_name())) {
      return new String[0];
    }
    String text = dialplan.getApp_data() == null ? "" : dialplan.getApp_data();
    String[] arguments = text.split(",", -1);
    return arguments[0].equals(app) ? arguments : new String[0];
  }

  private static String argument(String[] arguments, int index) {
    return index < arguments.length ? arguments[index] : "";
  }

  private static LegState state(Channel channel, boolean inStasis) {
    String state = channel.getState() == null ? "" : channel.getState();
    if (state.equals("Up")) {
      return LegState.UP;
    }
    if (!IdShape.isOurs(channel.getId())) {
      return LegState.ARRIVED;
    }
    return state.equals("Ringing") || inStasis ? LegState.RINGING : LegState.REQUESTED;
  }
}
