// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.ami;

import org.ringmaster.aribridge.cel.CelRow;
import org.ringmaster.core.call.NodeId;

/**
 * Is told what AMI tells of a node. Called on AMI's own threads, one at a time; must not block.
 * Every method does nothing unless it is overridden.
 */
public interface AmiListener {
  /** An endpoint is new, or does something else, or can be reached again, or no longer. */
  default void endpoint(NodeId node, EndpointStatus status) {}

  /**
   * A trunk's registration at its carrier has changed.
   *
   * @param registration its name in pjsip.conf, which is the trunk's
   * @param state in Asterisk's words, such as {@code Registered}
   */
  default void registration(NodeId node, String registration, String state) {}

  /** The connection is up, or has gone. */
  default void connection(NodeId node, boolean up) {}

  /** A row of the channel event log, its instant in whole seconds. */
  default void row(NodeId node, CelRow row) {}
}
