// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.FullHttpRequest;
import org.jspecify.annotations.Nullable;
import org.ringmaster.server.config.Role;

/**
 * Something that is not answered once but keeps the connection: a WebSocket, a stream. Called on
 * the connection's event loop.
 */
public interface Takeover {

  /** Where it is, as in {@link Route#path}. */
  String path();

  /** Who may ask at least; null: anybody, without a login. */
  @Nullable Role role();

  /**
   * Takes the connection.
   *
   * @throws RuntimeException which is answered with an error, as long as nothing was written
   */
  void take(ChannelHandlerContext connection, FullHttpRequest request, WebRequest asked);
}
