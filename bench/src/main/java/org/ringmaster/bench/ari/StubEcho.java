// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.ari;

import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.ringmaster.aribridge.transport.AriAddress;

/** Answers every caller from one thread with one blocking socket, and decides and keeps nothing. */
final class StubEcho implements AutoCloseable {
  private static final byte[] STARTED = RawSocket.ascii("{\"type\":\"StasisStart\"");
  private static final byte[] CHANNEL = RawSocket.ascii("\"channel\":{\"id\":\"");

  private final RawSocket socket;
  private final WaitingRoom room;
  private final ExecutorService thread = Executors.newSingleThreadExecutor();

  StubEcho(AriAddress address, String app, WaitingRoom room) throws IOException {
    this.room = room;
    socket = new RawSocket(address, app);
    thread.submit(this::work);
  }

  private Boolean work() throws IOException {
    while (true) {
      ServerFrames frame = socket.next();
      if (frame.startsWith(STARTED)) {
        String channel = frame.after(CHANNEL);
        socket.put(post("1", "channels/" + channel + "/answer"));
        socket.put(post("2", "bridges/" + room.id() + "/addChannel?channel=" + channel));
        socket.flush();
      }
    }
  }

  private static byte[] post(String id, String uri) {
    return RawSocket.ascii(RawSocket.request(id, "POST", uri));
  }

  @Override
  public void close() throws IOException {
    socket.close();
    thread.shutdownNow();
  }
}
