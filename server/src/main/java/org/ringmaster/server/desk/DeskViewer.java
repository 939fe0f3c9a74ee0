// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.desk;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.board.AgentRow;
import org.ringmaster.core.board.CallRow;
import org.ringmaster.core.board.DeskRow;
import org.ringmaster.dialer.campaign.PreviewRow;
import org.ringmaster.server.http.DeskJson;

/** One open page of an agent. Owned by the desk thread, but for the connection itself. */
final class DeskViewer {

  /** What a page shows; compared to tell whether it must be told anew. */
  record Sight(
      @Nullable AgentRow agent,
      DeskRow desk,
      @Nullable CallRow call,
      List<CallRow> parked,
      @Nullable PreviewRow lead,
      PreviewRow.@Nullable NotCalled notCalled,
      DeskJson.Words words) {}

  private final ChannelHandlerContext connection;
  private final AgentId agent;
  private final BooleanSupplier over;
  private @Nullable Sight shown;

  /**
   * A page.
   *
   * @param over whether its session is over
   */
  DeskViewer(ChannelHandlerContext connection, AgentId agent, BooleanSupplier over) {
    this.connection = connection;
    this.agent = agent;
    this.over = over;
  }

  AgentId agent() {
    return agent;
  }

  boolean isOver() {
    return over.getAsBoolean();
  }

  /** Whether this is not what the page shows; from now on it is. A page that lags waits. */
  boolean isNews(Sight now) {
    if (now.equals(shown) || !connection.channel().isWritable()) {
      return false;
    }
    shown = now;
    return true;
  }

  void send(String text) {
    if (connection.channel().isWritable()) {
      connection.writeAndFlush(new TextWebSocketFrame(text));
    }
  }

  void close() {
    connection.close();
  }
}
