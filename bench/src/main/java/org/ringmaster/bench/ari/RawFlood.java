// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.ari;

import java.io.IOException;
import java.util.function.IntFunction;

/** Many requests over one raw WebSocket, a fixed number of them under way. One thread. */
final class RawFlood {
  private static final byte[] STATUS_OK = RawSocket.ascii("\"status_code\":2");

  private final RawSocket socket;
  private final int window;
  private final int count;
  private final IntFunction<byte[]> frames;
  private int failed;

  /**
   * Makes a flood.
   *
   * @param frames the request's frame of each number from 0 on
   */
  RawFlood(RawSocket socket, int window, int count, IntFunction<byte[]> frames) {
    this.socket = socket;
    this.window = window;
    this.count = count;
    this.frames = frames;
  }

  /** Sends them all and reads all answers; how many there were in a second. */
  double perSecond() throws IOException {
    long began = System.nanoTime();
    int asked = 0;
    int answered = 0;
    while (answered < count) {
      boolean put = false;
      while (asked < count && asked - answered < window) {
        socket.put(frames.apply(asked++));
        put = true;
      }
      if (put) {
        socket.flush();
      }
      socket.read();
      while (socket.nextThere()) {
        if (socket.frames().startsWith(RawSocket.ANSWER)) {
          answered++;
          failed += socket.frames().contains(STATUS_OK) ? 0 : 1;
        }
      }
    }
    return count * 1e9 / (System.nanoTime() - began);
  }

  int failed() {
    return failed;
  }
}
