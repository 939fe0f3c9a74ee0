// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.ari;

import java.util.concurrent.TimeUnit;
import org.ringmaster.aribridge.transport.AriAddress;
import org.ringmaster.lab.Lab;
import org.ringmaster.lab.LabAsterisk;
import org.ringmaster.lab.LabPlan;

/**
 * A real Asterisk of the lab with the extensions that the measurements ring. Calls are made of
 * Local channels: what is measured is the way between a platform and Asterisk, not SIP.
 */
final class BenchEdge implements AutoCloseable {
  /** The dialplan context of all that is rung here. */
  static final String CONTEXT = "bench";

  /** Answers and stays. */
  static final String STAYS = "100";

  /** The end of a caller who stays a little. */
  static final String BRIEF = "101";

  /** Where a caller arrives; the application's name is put behind it. */
  private static final String ARRIVES = "arrive-";

  private static final long SETTLE_MILLIS = 20_000;
  private static final long POLL_MILLIS = 100;

  private final Lab lab;

  BenchEdge() {
    lab = Lab.start(LabPlan.usual().withoutOutside());
    extension(STAYS + ",1,Answer");
    extension(STAYS + ",2,Wait,3600");
    extension(BRIEF + ",1,Wait,0.6");
    extension(BRIEF + ",2,Hangup");
  }

  /** The extension whose caller arrives at an application as at a number. */
  String arrivingAt(String app, String number) {
    extension(ARRIVES + app + ",1,Stasis,\"" + app + ",inbound," + number + "\"");
    extension(ARRIVES + app + ",2,Hangup");
    return ARRIVES + app;
  }

  private void extension(String words) {
    asterisk().cli("dialplan add extension " + words + " into " + CONTEXT + " replace");
  }

  LabAsterisk asterisk() {
    return lab.edge();
  }

  AriAddress address() {
    return address(asterisk().httpPort());
  }

  /** The same Asterisk behind another port of this machine. */
  AriAddress address(int port) {
    LabAsterisk edge = asterisk();
    return new AriAddress("edge", "127.0.0.1", port, edge.ariUser(), edge.ariSecret());
  }

  String version() {
    return asterisk().cli("core show version").strip().split("\\s+")[1];
  }

  /** How many channels calls have; the music of rooms has channels too, which stay. */
  long channels() {
    return asterisk()
        .cli("core show channels concise")
        .lines()
        .filter(line -> line.startsWith("Local/"))
        .count();
  }

  /** Waits until no more than so many channels of calls are up. */
  void settle(int channels) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(SETTLE_MILLIS);
    while (channels() > channels) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(channels() + " channels are still up");
      }
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
  }

  /** Waits until no more than so many channels of any kind are up. */
  void settleAll(int channels) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(SETTLE_MILLIS);
    while (asterisk().legs() > channels) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("more than " + channels + " channels are still up");
      }
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
  }

  @Override
  public void close() {
    lab.close();
  }
}
