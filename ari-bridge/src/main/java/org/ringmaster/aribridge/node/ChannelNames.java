// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.node;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.LegId;

/**
 * The channel names of the live legs of one node, as its events tell them. Asterisk finds a channel
 * by name at once and by id only by looking at all of them. Runs on the node's event loop.
 */
final class ChannelNames {
  private final Map<String, String> names = new HashMap<>();

  /** Keeps a name; an old name gives way, since channels can be renamed. */
  void learn(String id, String name) {
    names.put(id, name);
  }

  /** Whether there is anything to learn from an event of this channel. */
  boolean knows(String id) {
    return names.containsKey(id);
  }

  @Nullable String nameOf(LegId leg) {
    return names.get(leg.value());
  }

  void forget(String id) {
    names.remove(id);
  }

  /** Forgets all that are not among these. */
  void keepOnly(Set<String> ids) {
    names.keySet().retainAll(ids);
  }

  int size() {
    return names.size();
  }

  /**
   * The endpoint's name in a channel's: {@code carrier} of {@code PJSIP/carrier-00000001}, empty
   * when it has another form.
   */
  static String endpointIn(String channelName) {
    int slash = channelName.indexOf('/');
    int dash = channelName.lastIndexOf('-');
    return slash >= 0 && dash > slash ? channelName.substring(slash + 1, dash) : "";
  }
}
