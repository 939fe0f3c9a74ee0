// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.ari;

import org.ringmaster.aribridge.node.AsteriskNode;
import org.ringmaster.aribridge.node.NodeSettings;
import org.ringmaster.aribridge.transport.AriAddress;
import org.ringmaster.aribridge.transport.EventLoops;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.engine.Inlet;

/** The platform's own node, under an application name of the bench. */
final class OurNode implements AutoCloseable {
  static final NodeId ID = new NodeId("edge");

  private final EventLoops loops = new EventLoops(1);
  private final AsteriskNode node;

  OurNode(AriAddress address, String app, Inlet inlet) {
    NodeSettings usual = NodeSettings.of(ID, address);
    NodeSettings settings =
        new NodeSettings(
            usual.node(),
            usual.address(),
            app,
            usual.bulkSockets(),
            usual.path(),
            usual.timing(),
            usual.maxOutstanding(),
            usual.maxWaiting(),
            usual.commandMillis(),
            usual.quietMusicClass());
    node = new AsteriskNode(settings, loops, inlet);
  }

  AsteriskNode node() {
    return node;
  }

  @Override
  public void close() {
    node.close();
    loops.close();
  }
}
