// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A disk that does as it is told: it can be full, refuse to sync, and it never waits for the real
 * one to sync.
 */
final class TrickyDisk implements Disk {
  private final Disk real = Disk.real();

  /** Bytes that may still be written before the disk is full. */
  final AtomicLong room = new AtomicLong(Long.MAX_VALUE);

  /** What the disk says is usable; negative: what {@link #room} says. */
  volatile long usable = Long.MAX_VALUE;

  volatile boolean syncFails;
  final AtomicLong syncs = new AtomicLong();

  @Override
  public FileChannel open(Path file, OpenOption... options) throws IOException {
    return new Channel(real.open(file, options));
  }

  @Override
  public long usableBytes(Path folder) {
    return Math.min(usable, room.get());
  }

  private final class Channel extends FileChannel {
    private final FileChannel file;

    Channel(FileChannel file) {
      this.file = file;
    }

    private void take(int bytes) throws IOException {
      if (room.addAndGet(-bytes) < 0) {
        room.addAndGet(bytes);
        throw new IOException("No space left on device");
      }
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
      take(from.remaining());
      return file.write(from);
    }

    @Override
    public int write(ByteBuffer from, long position) throws IOException {
      if (position + from.remaining() > file.size()) {
        take(from.remaining());
      }
      return file.write(from, position);
    }

    @Override
    public void force(boolean metaData) throws IOException {
      if (!metaData && !Thread.currentThread().getName().equals("journal-reserve")) {
        syncs.incrementAndGet(); // of the journal's data: not of names, not of the next segments
      }
      if (syncFails) {
        throw new IOException("Input/output error");
      }
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
    public FileChannel truncate(long size) throws IOException {
      file.truncate(size);
      return this;
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
    public FileLock lock(long position, long size, boolean shared) {
      throw new UnsupportedOperationException();
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
}
