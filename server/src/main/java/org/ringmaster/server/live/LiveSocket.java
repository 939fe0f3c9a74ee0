// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.live;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.FullHttpRequest;
import org.ringmaster.server.config.Role;
import org.ringmaster.server.http.Takeover;
import org.ringmaster.server.http.WebRequest;

/** The WebSocket at {@code /live}: turns a request into a viewer of the feed. */
public final class LiveSocket implements Takeover {

  private static final int MAX_MESSAGE = 1_024;

  private final LiveFeed feed;

  /** Viewers who come here look at this feed. */
  public LiveSocket(LiveFeed feed) {
    this.feed = feed;
  }

  @Override
  public String path() {
    return "/live";
  }

  @Override
  public Role role() {
    return Role.VIEWER;
  }

  @Override
  public void take(ChannelHandlerContext connection, FullHttpRequest request, WebRequest asked) {
    String session = asked.session();
    LiveHandshake.open(
        connection,
        request,
        asked,
        path(),
        MAX_MESSAGE,
        (pipeline, wire, handshaker) -> {
          LiveViewer viewer = new LiveViewer(wire, () -> session != null && feed.isOver(session));
          pipeline.addLast(new LiveSocketHandler(feed, LiveAudience.STAFF, viewer, handshaker));
          feed.join(LiveAudience.STAFF, viewer);
          pipeline
              .channel()
              .closeFuture()
              .addListener(closed -> feed.leave(LiveAudience.STAFF, viewer));
        });
  }
}
