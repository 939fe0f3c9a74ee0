// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.transport;

import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * The threads of the telephone side: one loop per node, so that everything of a node happens in
 * order without locks. Any thread.
 */
public final class EventLoops implements AutoCloseable {
  private final MultiThreadIoEventLoopGroup group;

  /**
   * Makes the loops; their threads start when they are first used.
   *
   * @param count how many; nodes beyond it share loops
   */
  public EventLoops(int count) {
    DefaultThreadFactory threads = new DefaultThreadFactory("ari", true);
    group =
        new MultiThreadIoEventLoopGroup(
            count,
            threads,
            Epoll.isAvailable() ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());
  }

  /** A loop for one more node. */
  public EventLoop next() {
    return group.next();
  }

  static SocketChannel newSocket() {
    return Epoll.isAvailable() ? new EpollSocketChannel() : new NioSocketChannel();
  }

  /** Ends the threads, at most after two seconds. */
  @Override
  public void close() {
    group.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly(3, TimeUnit.SECONDS);
  }
}
