// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.transport;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import org.ringmaster.aribridge.scan.AnswerScan;
import org.ringmaster.aribridge.transport.AriCounters.Kind;

/**
 * REST over an application's WebSocket (Asterisk 22.4, 20.14 and later): commands, answers and
 * events in one order.
 */
public final class WebSocketTransport implements AriTransport {
  private final EventSocket socket;
  private final AnswerScan scan = new AnswerScan();
  private final RequestWindow window;

  /**
   * Uses a socket, whose owner opens and closes it.
   *
   * @param maxOutstanding how many requests may be under way
   * @param maxWaiting how many may wait behind them
   */
  public WebSocketTransport(
      EventSocket socket, AriCounters counters, int maxOutstanding, int maxWaiting) {
    this.socket = socket;
    window = new RequestWindow(socket.loop, new Wire(), counters, maxOutstanding, maxWaiting);
    socket.listenForAnswers(new Answers());
  }

  @Override
  public void send(AriRequest request, AriReply reply) {
    window.submit(request, reply, false);
  }

  @Override
  public void sendFirst(AriRequest request, AriReply reply) {
    window.submit(request, reply, true);
  }

  @Override
  public boolean isUp() {
    return socket.isUp();
  }

  @Override
  public int outstanding() {
    return window.outstanding();
  }

  @Override
  public int waiting() {
    return window.waiting();
  }

  @Override
  public void fence() {
    if (socket.loop.inEventLoop()) {
      window.fence();
    } else if (!socket.loop.isShuttingDown()) {
      socket.loop.execute(window::fence);
    }
  }

  @Override
  public void close() {
    fence();
    socket.close();
  }

  /** Writes requests as frames. */
  private final class Wire implements RequestWire {
    @Override
    public boolean isReady() {
      return socket.isUp();
    }

    @Override
    public boolean write(Pending pending) {
      ByteBuf frame = PooledByteBufAllocator.DEFAULT.buffer(512);
      RestFrames.write(frame, pending.id, pending.request);
      if (frame.readableBytes() > RestFrames.MAX_REQUEST_BYTES) {
        frame.release();
        return false;
      }
      return socket.write(frame);
    }

    @Override
    public void flush() {
      socket.flush();
    }
  }

  /** Reads answers. */
  private final class Answers implements EventSocket.AnswerListener {
    @Override
    public void onUp() {
      window.dispatch();
    }

    @Override
    public void onAnswer(ByteBuf json) {
      if (scan.scan(json)) {
        window.complete(scan.requestId(), scan.status(), scan.body());
      } else {
        socket.lost(Kind.MALFORMED, "an answer that cannot be read");
      }
    }

    @Override
    public void onDown() {
      window.disconnected();
    }
  }
}
