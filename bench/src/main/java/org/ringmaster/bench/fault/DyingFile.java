// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.fault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.SplittableRandom;

/** One open file of a {@link DyingDisk}. Used as the channel below it is. */
final class DyingFile extends FileChannel {
  private static final int WHOLE_BELOW_BYTES = 48;
  private static final int ONE_PART_IN = 16;

  private final FileChannel file;
  private final Death death;
  private final PageCache cache;
  private final Room room;
  private final boolean syncs;
  private final SplittableRandom chance;

  DyingFile(
      FileChannel file,
      Death death,
      PageCache cache,
      Room room,
      boolean syncs,
      SplittableRandom chance) {
    this.file = file;
    this.death = death;
    this.cache = cache;
    this.room = room;
    this.syncs = syncs;
    this.chance = chance;
  }

  void release() throws IOException {
    file.close();
  }

  @Override
  public int write(ByteBuffer from) throws IOException {
    int written = write(from, file.position());
    file.position(file.position() + written);
    return written;
  }

  @Override
  public int write(ByteBuffer from, long position) throws IOException {
    death.mustLive();
    int length = from.remaining();
    if (length > WHOLE_BELOW_BYTES && chance.nextInt(ONE_PART_IN) == 0) {
      length = 1 + chance.nextInt(length - 1);
    }
    length = room.take(length, position < file.size());
    ByteBuffer part = from.slice(from.position(), length);
    cache.willWrite(file, position, length);
    long at = position;
    while (part.hasRemaining()) {
      at += file.write(part, at);
    }
    from.position(from.position() + length);
    return length;
  }

  @Override
  public void force(boolean metaData) throws IOException {
    death.mustLive();
    room.mustSync();
    int begun = cache.begun();
    if (syncs) {
      file.force(metaData);
      cache.durable(begun);
    }
  }

  @Override
  public FileChannel truncate(long size) throws IOException {
    death.mustLive();
    cache.willTruncate(file, size);
    file.truncate(size);
    return this;
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    return file.read(into);
  }

  @Override
  public int read(ByteBuffer into, long position) throws IOException {
    return file.read(into, position);
  }

  @Override
  public long read(ByteBuffer[] into, int offset, int length) throws IOException {
    return file.read(into, offset, length);
  }

  @Override
  public long write(ByteBuffer[] from, int offset, int length) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long position() throws IOException {
    return file.position();
  }

  @Override
  public FileChannel position(long position) throws IOException {
    file.position(position);
    return this;
  }

  @Override
  public long size() throws IOException {
    return file.size();
  }

  @Override
  public long transferTo(long position, long count, WritableByteChannel to) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long transferFrom(ReadableByteChannel from, long position, long count) {
    throw new UnsupportedOperationException();
  }

  @Override
  public MappedByteBuffer map(MapMode mode, long position, long size) {
    throw new UnsupportedOperationException();
  }

  @Override
  public FileLock lock(long position, long size, boolean shared) throws IOException {
    return file.lock(position, size, shared);
  }

  @Override
  public FileLock tryLock(long position, long size, boolean shared) throws IOException {
    return file.tryLock(position, size, shared);
  }

  @Override
  protected void implCloseChannel() throws IOException {
    file.close();
  }
}
