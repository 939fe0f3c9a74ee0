// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server;

import java.util.Map;
import org.ringmaster.aribridge.node.AsteriskNode;
import org.ringmaster.core.call.CallCommand;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.engine.Outlet;
import org.ringmaster.core.kernel.Command;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands commands to the Asterisk they name. Called by the command thread; a node queues them
 * itself.
 */
final class NodeOutlet implements Outlet {

  private static final Logger LOG = LoggerFactory.getLogger(NodeOutlet.class);

  private final Map<NodeId, AsteriskNode> nodes;
  private final WitnessRoom witnesses;

  /** An outlet to nodes that may still be added until the engine starts. */
  NodeOutlet(Map<NodeId, AsteriskNode> nodes, WitnessRoom witnesses) {
    this.nodes = nodes;
    this.witnesses = witnesses;
  }

  @Override
  public boolean publish(Command command) {
    if (!(command instanceof CallCommand callCommand)) {
      return false;
    }
    if (callCommand instanceof CallCommand.SeekWitness seek) {
      witnesses.seek(seek);
      return true;
    }
    AsteriskNode node = nodes.get(callCommand.node());
    if (node == null) {
      LOG.warn("no node {} for {}", callCommand.node(), command.getClass().getSimpleName());
    } else {
      node.publish(callCommand);
    }
    return true;
  }
}
