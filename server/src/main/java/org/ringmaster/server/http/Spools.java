// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.ringmaster.server.list.ListRoom;

/**
 * Files on their way from a connection to the route that takes them, each by a name that only this
 * process makes. Any thread.
 */
final class Spools {

  private final ListRoom room;
  private final AtomicLong last = new AtomicLong();
  private final Map<String, Path> files = new ConcurrentHashMap<>();

  Spools(ListRoom room) {
    this.room = room;
  }

  /** A new empty file. */
  Path open() throws IOException {
    return room.spool();
  }

  /** Makes sure that there is room to write more; says why not where there is none. */
  void checkRoom() throws IOException {
    room.checkRoom();
  }

  /** Keeps a whole file for the route; its name is what the route sees as the body. */
  String keep(Path file) {
    String name = "spool-" + last.incrementAndGet();
    files.put(name, file);
    return name;
  }

  /** Hands a file over; null where it is not there, or was handed over before. */
  @Nullable Path take(String name) {
    return files.remove(name);
  }

  /** Deletes a file that no route has taken. */
  void forget(String name) {
    Path file = files.remove(name);
    if (file != null) {
      delete(file);
    }
  }

  static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
