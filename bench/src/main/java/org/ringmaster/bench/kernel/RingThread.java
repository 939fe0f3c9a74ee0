// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.kernel;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.EnumMap;
import java.util.Map;

/** The threads of the ring's stages, by the names that they get in their order. */
enum RingThread {
  /** Decides. */
  KERNEL("ring-0", "kernel thread"),
  /** Journals, and keeps inputs. */
  JOURNAL("ring-1", "journal thread"),
  /** Hands commands over. */
  COMMANDS("ring-2", "command thread"),
  /** Folds boards; the bench's own looks on. */
  BOARDS("ring-3", "board thread");

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  final String words;
  private final String thread;

  RingThread(String thread, String words) {
    this.thread = thread;
    this.words = words;
  }

  /** What each has allocated since it began, bytes. */
  static Map<RingThread, Long> allocated() {
    Map<RingThread, Long> allocated = new EnumMap<>(RingThread.class);
    for (RingThread stage : values()) {
      allocated.put(stage, 0L);
    }
    for (ThreadInfo info : THREADS.getThreadInfo(THREADS.getAllThreadIds())) {
      for (RingThread stage : values()) {
        if (info != null && info.getThreadName().equals(stage.thread)) {
          allocated.put(stage, THREADS.getThreadAllocatedBytes(info.getThreadId()));
        }
      }
    }
    return allocated;
  }
}
