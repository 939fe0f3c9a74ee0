// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.transport;

/** Is told what became of a request. */
@FunctionalInterface
public interface AriReply {
  /** Called exactly once, on the node's event loop; must not block. */
  void answered(AriAnswer answer);
}
