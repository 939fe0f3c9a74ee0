// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.channel.ChannelException;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.SocketChannel;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.ringmaster.aribridge.support.SilentNames;
import org.ringmaster.aribridge.support.SimulatedAri;
import org.ringmaster.aribridge.support.Until;
import org.ringmaster.aribridge.transport.AriCounters.Kind;

class ReconnectingChannelTest {

  @Test
  void aNameThatNobodyAnswersForDoesNotKeepTheLoopFromReading() {
    try (TransportFixture fixture = new TransportFixture(false, 4, 10).awaitUp()) {
      EventSocket other = socketTo(fixture, SilentNames.NAME);
      other.start();
      Until.holds("asked for", () -> SilentNames.asked() > 0);
      fixture.server.send("ringmaster", "{\"type\":\"ChannelUserevent\"}");
      Until.holds("the event", () -> !fixture.events.isEmpty());
      assertTrue(SilentNames.keepsWaiting(), "it was read meanwhile");
      long failures = fixture.counters.count(Kind.CONNECT_FAILURES);
      SilentNames.letGo();
      Until.holds(
          "tried again", () -> fixture.counters.count(Kind.CONNECT_FAILURES) > failures + 1);
      other.close();
    }
  }

  @Test
  void namesAreLookedUpAsTheSystemDoes() {
    try (TransportFixture fixture = new TransportFixture(false, 4, 10).awaitUp()) {
      EventSocket other = socketTo(fixture, "localhost");
      other.start();
      Until.holds("connected by name", () -> fixture.server.hasSocket("by-name"));
      other.close();
    }
  }

  @Test
  void aMomentWithoutFileDescriptorsIsOutlived() {
    try (SimulatedAri server = new SimulatedAri();
        EventLoops loops = new EventLoops(1)) {
      Starving channel = new Starving(loops.next(), server.address(), 3);
      channel.open();
      Until.holds("connected", channel::isUp);
      assertEquals(3, channel.counters.count(Kind.CONNECT_FAILURES));
      assertEquals(4, channel.asked.get(), "one try at a time");
      channel.left.set(2);
      channel.loop.execute(channel::drop);
      Until.holds("connected again", () -> channel.counters.count(Kind.CONNECTS) == 2);
      assertEquals(7, channel.asked.get());
      channel.shut();
    }
  }

  private static EventSocket socketTo(TransportFixture fixture, String host) {
    AriAddress there = fixture.server.address();
    AriAddress named = new AriAddress("named", host, there.port(), there.user(), there.password());
    return new EventSocket(
        fixture.socket.loop, named, "by-name", TransportFixture.TIMING, fixture.counters, fixture);
  }

  /** For which the system has no socket, some times. */
  private static final class Starving extends ReconnectingChannel {
    final AtomicInteger left;
    final AtomicInteger asked = new AtomicInteger();

    Starving(EventLoop loop, AriAddress address, int times) {
      super(loop, address, TransportFixture.TIMING, new AriCounters());
      left = new AtomicInteger(times);
    }

    @Override
    SocketChannel newSocket() {
      asked.incrementAndGet();
      if (left.getAndDecrement() > 0) {
        throw new ChannelException(new IOException("Too many open files"));
      }
      return super.newSocket();
    }

    @Override
    String label() {
      return "A connection";
    }

    @Override
    void assemble(ChannelPipeline pipeline) {
      pipeline.addLast(
          new ChannelInboundHandlerAdapter() {
            @Override
            public void channelActive(ChannelHandlerContext context) {
              markUp();
            }
          });
    }

    @Override
    void connected() {}

    @Override
    void disconnected() {}
  }
}
