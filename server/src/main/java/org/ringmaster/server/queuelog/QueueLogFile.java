// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.queuelog;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The file {@code queue_log}. Lines are only ever appended. A bookmark beside it says up to which
 * byte of which file the lines of which facts reach; what a dead process wrote behind it is found
 * there again and not written twice. Whoever renames or empties the file finds a new one begun with
 * {@code CONFIGRELOAD}, as after Asterisk's {@code logger reload}.
 */
final class QueueLogFile implements QueueLogSink {
  private static final int MAX_TAIL = 8 << 20;

  private final Path file;
  private final Path bookmarkFile;
  private @Nullable FileChannel channel;
  private String key = "";
  private long length;
  private byte[] alreadyThere = {};

  QueueLogFile(Path file, Path bookmarkFile) {
    this.file = file;
    this.bookmarkFile = bookmarkFile;
  }

  @Override
  public @Nullable Bookmark bookmark() throws IOException {
    close();
    alreadyThere = new byte[0];
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(bookmarkFile);
    } catch (NoSuchFileException e) {
      key = "";
      return null;
    }
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      long sequence = in.readLong();
      key = in.readUTF();
      length = in.readLong();
      byte[] state = new byte[in.readInt()];
      in.readFully(state);
      alreadyThere = behindBookmark();
      return new Bookmark(sequence, state);
    }
  }

  /** What stands in the file behind the bookmark: lines whose facts will come again. */
  private byte[] behindBookmark() throws IOException {
    if (!keyOf(file).equals(key) || Files.size(file) <= length) {
      return new byte[0];
    }
    try (FileChannel from = FileChannel.open(file, StandardOpenOption.READ)) {
      long more = Math.min(MAX_TAIL, from.size() - length);
      ByteBuffer tail = ByteBuffer.allocate((int) more);
      from.position(length);
      while (tail.hasRemaining() && from.read(tail) >= 0) {
        // Reads on.
      }
      return tail.array();
    }
  }

  @Override
  public void write(List<QueueLogLine> lines, Bookmark behind) throws IOException {
    if (!lines.isEmpty()) {
      append(lines);
    }
    keep(behind);
  }

  private void append(List<QueueLogLine> lines) throws IOException {
    FileChannel to = open(lines.getFirst());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (QueueLogLine line : lines) {
      bytes.writeBytes((line.text() + "\n").getBytes(StandardCharsets.UTF_8));
    }
    int there = sameAtBegin(bytes.toByteArray());
    ByteBuffer rest = ByteBuffer.wrap(bytes.toByteArray(), there, bytes.size() - there);
    while (rest.hasRemaining()) {
      to.write(rest);
    }
    to.force(false);
    length = to.size();
  }

  /** How much of what is to be written a dead process had written already. */
  private int sameAtBegin(byte[] wanted) {
    int same = 0;
    while (same < wanted.length
        && same < alreadyThere.length
        && wanted[same] == alreadyThere[same]) {
      same++;
    }
    byte[] rest = new byte[same == wanted.length ? alreadyThere.length - same : 0];
    System.arraycopy(alreadyThere, same, rest, 0, rest.length);
    alreadyThere = rest;
    return same;
  }

  /** The file under its name, which may be another one than before. */
  private FileChannel open(QueueLogLine first) throws IOException {
    FileChannel open = channel;
    if (open != null && keyOf(file).equals(key)) {
      return open;
    }
    close();
    boolean another = !key.isEmpty() && !keyOf(file).equals(key);
    Path folder = file.getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    FileChannel opened =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    channel = opened;
    key = keyOf(file);
    if (another) {
      QueueLogLine line =
          QueueLogLine.of(
              first.atMicros(),
              QueueLogLine.NONE,
              QueueLogLine.NONE,
              QueueLogLine.NONE,
              "CONFIGRELOAD");
      opened.write(ByteBuffer.wrap((line.text() + "\n").getBytes(StandardCharsets.UTF_8)));
    }
    return opened;
  }

  /** What a file is called by the system, whatever its name; empty where there is none. */
  private static String keyOf(Path file) throws IOException {
    try {
      Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
      return key == null ? file.toString() : key.toString();
    } catch (NoSuchFileException e) {
      return "";
    }
  }

  private void keep(Bookmark behind) throws IOException {
    Path draft = bookmarkFile.resolveSibling(bookmarkFile.getFileName() + ".new");
    try (FileChannel to =
        FileChannel.open(
            draft,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (DataOutputStream out = new DataOutputStream(bytes)) {
        out.writeLong(behind.sequence());
        out.writeUTF(key);
        out.writeLong(length);
        out.writeInt(behind.state().length);
        out.write(behind.state());
      }
      ByteBuffer all = ByteBuffer.wrap(bytes.toByteArray());
      while (all.hasRemaining()) {
        to.write(all);
      }
      to.force(true);
    }
    Files.move(
        draft, bookmarkFile, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() {
    FileChannel open = channel;
    channel = null;
    if (open != null) {
      try {
        open.close();
      } catch (IOException e) {
        // All that was written is forced; nothing is lost.
      }
    }
  }
}
