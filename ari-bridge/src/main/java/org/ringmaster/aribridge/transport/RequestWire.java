// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.transport;

/** The connection below a {@link RequestWindow}. Called on the node's event loop only. */
interface RequestWire {
  /** Whether a request can be written now. */
  boolean isReady();

  /** Writes without flushing; false when the request is too large and was not written. */
  boolean write(Pending pending);

  /** Sends what was written. */
  void flush();
}
