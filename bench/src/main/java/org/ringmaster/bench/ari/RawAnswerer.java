// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.ari;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Answers callers and puts them into a waiting room over a raw socket, in one thread that decides
 * nothing. It may keep each caller's frame on disk first: the least that somebody must do who is
 * not to forget.
 */
final class RawAnswerer implements AutoCloseable {
  private static final int KEPT_BYTES = 64 << 20;

  private final RawSocket socket;
  private final String room;
  private final AnswerMeter meter;
  private final @Nullable FileChannel kept;
  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private long at;

  /**
   * Begins.
   *
   * @param keptIn a folder for the frames; null keeps none
   */
  RawAnswerer(
      BenchEdge edge, String app, WaitingRoom room, AnswerMeter meter, @Nullable Path keptIn)
      throws IOException {
    this.room = room.id();
    this.meter = meter;
    kept = keptIn == null ? null : opened(keptIn.resolve(app + ".frames"));
    socket = new RawSocket(edge.address(), app);
    socket.ask(WaitingRoom.filter(app));
    thread.submit(this::work);
  }

  /** Space that is there already is what makes fdatasync cheap; the journal does the same. */
  private static FileChannel opened(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.WRITE,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING);
    ByteBuffer zeros = ByteBuffer.allocateDirect(1 << 20);
    for (int i = 0; i < KEPT_BYTES; i += zeros.capacity()) {
      zeros.clear();
      channel.write(zeros, i);
    }
    channel.force(true);
    return channel;
  }

  private Boolean work() throws IOException {
    while (true) {
      ServerFrames frame = socket.next();
      String channel = meter.look(frame);
      if (channel.isEmpty()) {
        continue;
      }
      if (kept != null) {
        at += kept.write(frame.payload(), at);
        kept.force(false);
      }
      socket.put(
          RawSocket.ascii(RawSocket.request("1", "POST", "channels/" + channel + "/answer")));
      socket.put(
          RawSocket.ascii(
              RawSocket.request(
                  "2", "POST", "bridges/" + room + "/addChannel?channel=" + channel)));
      socket.flush();
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
    thread.shutdownNow();
    if (kept != null) {
      kept.close();
    }
  }
}
