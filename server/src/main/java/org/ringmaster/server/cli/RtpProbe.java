// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.cli;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * One end of a stream of RTP (RFC 3550): a second of G.711 in packets of 20 ms, each marked, so
 * that the other end knows it again. A thread of its own hears what comes.
 */
final class RtpProbe implements AutoCloseable {
  /** How many packets each end sends. */
  static final int PACKETS = 50;

  private static final int HEADER = 12;
  private static final int SAMPLES = 160;
  private static final int MARK = 0x2A2B;
  private static final int PACKET_MILLIS = 20;
  private static final int STRAGGLERS_MILLIS = 500;
  private static final int LARGEST = 2_048;

  private final DatagramSocket socket;
  private final long[] sentNanos = new long[PACKETS];
  private final long[] heardNanos = new long[PACKETS];

  RtpProbe(InetAddress here) throws SocketException {
    socket = new DatagramSocket(new InetSocketAddress(here, 0));
    Thread.ofVirtual().start(this::hear);
  }

  int port() {
    return socket.getLocalPort();
  }

  /** Lets two probes send to each other through whatever is between their targets. */
  static void exchange(
      RtpProbe one, InetSocketAddress first, RtpProbe other, InetSocketAddress second)
      throws IOException, InterruptedException {
    for (int i = 0; i < PACKETS; i++) {
      one.send(i, first, other);
      other.send(i, second, one);
      TimeUnit.MILLISECONDS.sleep(PACKET_MILLIS);
    }
    TimeUnit.MILLISECONDS.sleep(STRAGGLERS_MILLIS);
  }

  private void send(int index, InetSocketAddress to, RtpProbe hearer) throws IOException {
    ByteBuffer packet = ByteBuffer.allocate(HEADER + SAMPLES);
    packet.put((byte) 0x80).put((byte) 0).putShort((short) index);
    packet.putInt(index * SAMPLES).putInt(System.identityHashCode(this));
    Arrays.fill(packet.array(), HEADER, packet.capacity(), (byte) 0x55);
    packet.putShort((short) MARK).putShort((short) index);
    synchronized (hearer.heardNanos) {
      hearer.sentNanos[index] = System.nanoTime();
    }
    socket.send(new DatagramPacket(packet.array(), packet.capacity(), to));
  }

  private void hear() {
    DatagramPacket packet = new DatagramPacket(new byte[LARGEST], LARGEST);
    try {
      while (!socket.isClosed()) {
        packet.setLength(LARGEST);
        socket.receive(packet);
        heard(ByteBuffer.wrap(packet.getData(), 0, packet.getLength()));
      }
    } catch (IOException closed) {
      return;
    }
  }

  private void heard(ByteBuffer packet) {
    if (packet.limit() != HEADER + SAMPLES || (packet.getShort(HEADER) & 0xFFFF) != MARK) {
      return;
    }
    int index = packet.getShort(HEADER + 2);
    synchronized (heardNanos) {
      if (index >= 0 && index < PACKETS && heardNanos[index] == 0) {
        heardNanos[index] = System.nanoTime();
      }
    }
  }

  /** How many of the other's packets have come. */
  int heard() {
    synchronized (heardNanos) {
      return (int) Arrays.stream(heardNanos).filter(nanos -> nanos != 0).count();
    }
  }

  /** Within how long half of those that came were here, microseconds; 0 where none came. */
  long medianMicros() {
    synchronized (heardNanos) {
      long[] took = new long[PACKETS];
      int count = 0;
      for (int i = 0; i < PACKETS; i++) {
        if (heardNanos[i] != 0) {
          took[count++] = heardNanos[i] - sentNanos[i];
        }
      }
      Arrays.sort(took, 0, count);
      return count == 0 ? 0 : took[count / 2] / 1_000;
    }
  }

  @Override
  public void close() {
    socket.close();
  }
}
