// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

/**
 * What we know of a node.
 *
 * @param connected whether we see and command it
 * @param fenced whether another instance has taken it from us
 * @param startedAtMicros when its Asterisk started, epoch microseconds
 * @param listedAtMicros when its books and ours were last compared; 0 since it connected
 * @param listingDueMicros when it shall be listed again because something is in doubt; 0 for never
 * @param doubts how many listings in a row were wanted and found something
 */
public record NodeState(
    NodeId id,
    boolean connected,
    boolean fenced,
    long startedAtMicros,
    long listedAtMicros,
    long listingDueMicros,
    int doubts) {

  static NodeState connected(NodeId id, long startedAtMicros) {
    return new NodeState(id, true, false, startedAtMicros, 0, 0, 0);
  }

  static NodeState fenced(NodeId id) {
    return new NodeState(id, false, true, 0, 0, 0, 0);
  }

  NodeState lost() {
    return new NodeState(id, false, fenced, startedAtMicros, 0, 0, 0);
  }

  NodeState listed(long atMicros, boolean clean) {
    return new NodeState(id, connected, fenced, startedAtMicros, atMicros, 0, clean ? 0 : doubts);
  }

  NodeState doubted(long dueMicros) {
    return new NodeState(
        id, connected, fenced, startedAtMicros, listedAtMicros, dueMicros, doubts + 1);
  }
}
