// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

/**
 * What we know of a node.
 *
 * @param connected whether we see and command it
 * @param fenced whether another instance has taken it from us
 * @param startedAtMicros when its Asterisk started, epoch microseconds
 * @param listedAtMicros when its books and ours were last compared
 */
public record NodeState(
    NodeId id, boolean connected, boolean fenced, long startedAtMicros, long listedAtMicros) {

  NodeState connected(boolean now) {
    return new NodeState(id, now, fenced, startedAtMicros, listedAtMicros);
  }
}
