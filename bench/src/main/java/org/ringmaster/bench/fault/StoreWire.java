// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.fault;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.crash.CrashPoint;
import org.ringmaster.core.store.StoreAddress;

/**
 * All sockets between one life and its PostgreSQL. They end with the life, as those of a killed
 * process do; until then the way between the two may be slow, cut, or lose the one answer that
 * counts. Used by all threads of the life.
 */
final class StoreWire implements AutoCloseable {
  private static final int SLOW_ONE_IN = 6;
  private static final int SLOW_MILLIS = 40;
  private static final int LOST_ONE_IN = 3;

  private final Death death;
  private final Trouble trouble;
  private final Tally tally;
  private final SplittableRandom random;
  private final List<Ended> open = new ArrayList<>();
  private final String name;
  private boolean gone;
  private boolean severed;
  private volatile @Nullable Thread losesAnswer;
  private volatile boolean losesRequest;

  StoreWire(Death death, Trouble trouble, Tally tally, SplittableRandom random) {
    this.death = death;
    this.trouble = trouble;
    this.tally = tally;
    this.random = random;
    this.name = DyingSockets.register(this);
  }

  /** The same database, by way of this wire. */
  StoreAddress through(StoreAddress address) {
    String driven =
        address.jdbcUrl()
            + "?socketFactory="
            + DyingSockets.class.getName()
            + "&socketFactoryArg="
            + name;
    return new StoreAddress(driven, address.user(), address.password());
  }

  Socket socket() {
    return new Ended();
  }

  /** A thread of the life is at a point: it may be the last one before an answer gets lost. */
  void reached(CrashPoint point) {
    if (point == CrashPoint.STORE_BEFORE_COMMIT
        && trouble == Trouble.STORE_ANSWER_LOST
        && draw(LOST_ONE_IN) == 0) {
      losesRequest = draw(LOST_ONE_IN) == 0;
      losesAnswer = Thread.currentThread();
    }
  }

  private synchronized int draw(int bound) {
    return random.nextInt(bound);
  }

  /** The server cannot be reached, or can be again. */
  void isGone(boolean away) {
    List<Ended> cut;
    synchronized (this) {
      gone = away;
      cut = away ? List.copyOf(open) : List.of();
    }
    cut.forEach(Ended::cut);
  }

  /** The process is dead: the system closes what it had open. */
  void sever() {
    List<Ended> cut;
    synchronized (this) {
      severed = true;
      cut = List.copyOf(open);
      open.clear();
    }
    cut.forEach(Ended::cut);
  }

  @Override
  public void close() {
    sever();
    DyingSockets.forget(name);
  }

  private void mayPass() throws IOException {
    death.mustLive();
    if (severed()) {
      throw new CrashError();
    }
    if (trouble == Trouble.STORE_SLOW && draw(SLOW_ONE_IN) == 0) {
      tally.troubled(trouble);
      try {
        TimeUnit.MILLISECONDS.sleep(1L + draw(SLOW_MILLIS));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new SocketException("interrupted");
      }
    }
  }

  private synchronized boolean severed() {
    return severed;
  }

  /** One socket. What fails after the death fails as the death does. */
  private final class Ended extends Socket {
    private @Nullable InputStream in;
    private @Nullable OutputStream out;

    @Override
    public void connect(SocketAddress to, int timeout) throws IOException {
      mayPass();
      synchronized (StoreWire.this) {
        if (gone) {
          throw new ConnectException("the server is away");
        }
        open.add(this);
      }
      super.connect(to, timeout);
    }

    @Override
    public InputStream getInputStream() throws IOException {
      InputStream known = in;
      if (known == null) {
        known = new In(super.getInputStream(), this);
        in = known;
      }
      return known;
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
      OutputStream known = out;
      if (known == null) {
        known = new Out(super.getOutputStream(), this);
        out = known;
      }
      return known;
    }

    @Override
    public void close() throws IOException {
      synchronized (StoreWire.this) {
        open.remove(this);
      }
      super.close();
    }

    /** As the system does: with what was not read the other side is told at once. */
    void cut() {
      try {
        if (draw(2) == 0) {
          setSoLinger(true, 0);
        }
        super.close();
      } catch (IOException e) {
        // It is closed, which is what was wanted.
      }
    }

    private IOException lost(String what) {
      losesAnswer = null;
      tally.troubled(Trouble.STORE_ANSWER_LOST);
      cut();
      return new SocketException(what);
    }
  }

  private final class In extends FilterInputStream {
    private final Ended socket;

    In(InputStream in, Ended socket) {
      super(in);
      this.socket = socket;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      int count = read(one, 0, 1);
      return count < 0 ? count : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      mayPass();
      int count = in.read(into, offset, length);
      death.mustLive();
      if (losesAnswer == Thread.currentThread()) {
        // The server has answered, so it has done it.
        throw socket.lost("the answer is lost");
      }
      return count;
    }
  }

  private final class Out extends FilterOutputStream {
    private final Ended socket;

    Out(OutputStream out, Ended socket) {
      super(out);
      this.socket = socket;
    }

    @Override
    public void write(int value) throws IOException {
      write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
      mayPass();
      if (losesAnswer == Thread.currentThread() && losesRequest) {
        throw socket.lost("the request is lost");
      }
      out.write(from, offset, length);
    }
  }
}
