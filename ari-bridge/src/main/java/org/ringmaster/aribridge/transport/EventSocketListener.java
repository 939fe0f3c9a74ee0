// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.transport;

import io.netty.buffer.ByteBuf;

/** Is told what an {@link EventSocket} sees. All methods run on the node's event loop, in order. */
public interface EventSocketListener {
  /** The socket is up; what is asked first from here leaves before anything that waited. */
  void onUp();

  /** One event. The buffer is only lent: it must be read before this returns. */
  void onEvent(ByteBuf json);

  /** The socket has gone; it is being connected again unless it was closed. */
  void onDown();

  /** An event could not be read: too large, or not text. What it said is not known. */
  void onLost();
}
