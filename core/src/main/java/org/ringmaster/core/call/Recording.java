// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

/**
 * A recording under way.
 *
 * @param stopAsked whether its node was asked to end it, and has not said that it did
 */
record Recording(RecordingId id, NodeId node, BridgeId bridge, CallId call, boolean stopAsked) {

  Recording stopping() {
    return new Recording(id, node, bridge, call, true);
  }
}
