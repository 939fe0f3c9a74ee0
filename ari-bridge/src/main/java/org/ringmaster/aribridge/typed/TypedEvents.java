// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.typed;

import ch.loway.oss.ari4java.tools.HttpParam;
import ch.loway.oss.ari4java.tools.HttpResponseHandler;
import ch.loway.oss.ari4java.tools.RestException;
import io.netty.buffer.ByteBuf;
import io.netty.channel.EventLoop;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.ringmaster.aribridge.scan.EventField;
import org.ringmaster.aribridge.scan.EventScan;
import org.ringmaster.aribridge.scan.FrameBytes;
import org.ringmaster.aribridge.scan.ScannedEvent;
import org.ringmaster.aribridge.transport.AriAddress;
import org.ringmaster.aribridge.transport.AriCounters;
import org.ringmaster.aribridge.transport.AriCounters.Kind;
import org.ringmaster.aribridge.transport.EventSocket;
import org.ringmaster.aribridge.transport.EventSocketListener;
import org.ringmaster.aribridge.transport.SocketTiming;

/**
 * Hands events to ari4java in order, on the event loop. Kinds of messages that it has no model for
 * are counted and left out.
 */
final class TypedEvents implements EventSocketListener {
  private final EventSocket socket;
  private final AriCounters counters;
  private final HttpResponseHandler callback;
  private final EventScan scan = new EventScan();
  private final FrameBytes frame = new FrameBytes();

  TypedEvents(
      EventLoop loop,
      AriAddress address,
      List<HttpParam> query,
      AriCounters counters,
      HttpResponseHandler callback)
      throws RestException {
    this.counters = counters;
    this.callback = callback;
    boolean all = "true".equals(valueOf(query, "subscribeAll"));
    socket =
        new EventSocket(loop, address, appIn(query), all, SocketTiming.DEFAULT, counters, this);
  }

  private static String appIn(List<HttpParam> query) throws RestException {
    String app = valueOf(query, "app");
    if (app.isEmpty()) {
      throw new RestException("no application to connect as");
    }
    return app;
  }

  private static String valueOf(List<HttpParam> query, String name) {
    for (HttpParam param : query) {
      if (name.equals(param.getName()) && param.getValue() != null) {
        return param.getValue();
      }
    }
    return "";
  }

  void start() {
    socket.start();
  }

  boolean isUp() {
    return socket.isUp();
  }

  void close() {
    socket.close();
  }

  @Override
  public void onUp() {
    callback.onChReadyToWrite();
  }

  @Override
  public void onEvent(ByteBuf json) {
    frame.take(json);
    ScannedEvent event = scan.scan(frame.bytes(), frame.from(), frame.to());
    if (event == null) {
      counters.add(Kind.MALFORMED);
    } else if (KnownMessages.has(event.textOrEmpty(EventField.TYPE))) {
      callback.onResponseReceived();
      callback.onSuccess(json.toString(StandardCharsets.UTF_8));
    } else {
      counters.add(Kind.UNKNOWN_TYPES);
    }
  }

  @Override
  public void onDown() {
    callback.onDisconnect();
  }

  @Override
  public void onLost() {
    callback.onFailure(new RestException("an event could not be read"));
  }
}
