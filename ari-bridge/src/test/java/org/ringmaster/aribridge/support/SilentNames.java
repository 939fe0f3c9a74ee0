// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.support;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * The system's resolver, except that nobody answers for {@link #NAME}: who asks for it waits as
 * long as a DNS server is waited for, or until a test lets go.
 */
public final class SilentNames extends InetAddressResolverProvider {
  /** The name that nobody answers for. */
  public static final String NAME = "silent.example";

  private static final long WAIT_SECONDS = 30;
  private static final AtomicInteger ASKED = new AtomicInteger();
  private static final CountDownLatch LET_GO = new CountDownLatch(1);

  /** How often the name was asked for. */
  public static int asked() {
    return ASKED.get();
  }

  /** Ends all waiting; the name is then unknown. */
  public static void letGo() {
    LET_GO.countDown();
  }

  /** Whether who asks still waits. */
  public static boolean keepsWaiting() {
    return LET_GO.getCount() > 0;
  }

  @Override
  public InetAddressResolver get(Configuration configuration) {
    InetAddressResolver system = configuration.builtinResolver();
    return new InetAddressResolver() {
      @Override
      public Stream<InetAddress> lookupByName(String host, LookupPolicy policy)
          throws UnknownHostException {
        if (host.equals(NAME)) {
          ASKED.incrementAndGet();
          await();
          throw new UnknownHostException(host);
        }
        return system.lookupByName(host, policy);
      }

      @Override
      public String lookupByAddress(byte[] address) throws UnknownHostException {
        return system.lookupByAddress(address);
      }
    };
  }

  private static void await() {
    try {
      if (!LET_GO.await(WAIT_SECONDS, TimeUnit.SECONDS)) {
        LET_GO.countDown();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public String name() {
    return "silent names";
  }
}
