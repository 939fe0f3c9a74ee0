// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.live;

import io.netty.buffer.ByteBuf;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The viewers of one audience, and the frames that they share. Owned by the live thread. */
final class LiveCircle {

  private final LiveFrames frames;
  private final Set<LiveViewer> viewers = new LinkedHashSet<>();
  private @Nullable ByteBuf snapshot;

  LiveCircle(LiveFrames frames) {
    this.frames = frames;
  }

  /** One more looks, and gets all there is. */
  void add(LiveViewer viewer, long nowMillis) {
    if (viewers.isEmpty()) {
      // Nobody was told of what changed meanwhile.
      frames.compare();
      forgetSnapshot();
    }
    viewers.add(viewer);
    viewer.sendSnapshot(snapshot(), nowMillis);
  }

  void remove(LiveViewer viewer) {
    viewers.remove(viewer);
  }

  int size() {
    return viewers.size();
  }

  /** Sends what changed; how many missed it, or -1 where nothing changed or nobody looks. */
  int tell() {
    if (viewers.isEmpty() || !frames.compare()) {
      return -1;
    }
    forgetSnapshot();
    return sendToAll(frames.change());
  }

  /** Says that we are still here; how many missed it. */
  int beat() {
    viewers.forEach(
        viewer -> {
          if (viewer.isOver()) {
            viewer.close();
          }
        });
    forgetSnapshot();
    return sendToAll(frames.beat());
  }

  private int sendToAll(ByteBuf frame) {
    int missed = 0;
    try {
      for (LiveViewer viewer : viewers) {
        missed += viewer.send(frame) ? 0 : 1;
      }
    } finally {
      frame.release();
    }
    return missed;
  }

  /** The snapshot at the present number; made once for all who ask before the next change. */
  ByteBuf snapshot() {
    ByteBuf made = snapshot;
    if (made == null) {
      made = frames.snapshot();
      snapshot = made;
    }
    return made;
  }

  private void forgetSnapshot() {
    if (snapshot != null) {
      snapshot.release();
      snapshot = null;
    }
  }
}
