// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.transport;

import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.resolver.InetNameResolver;
import io.netty.util.NetUtil;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Promise;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Looks names up as the system does ({@code /etc/hosts}, then DNS), on threads of its own: a lookup
 * that is not answered blocks its thread for as long as the system likes, and a loop that waited
 * for it would read nothing meanwhile. Addresses are taken as they are. Used by any event loop.
 */
final class NameResolvers extends AddressResolverGroup<InetSocketAddress> {

  /** One for all: a thread lives for a minute after its last lookup. */
  static final NameResolvers SYSTEM = new NameResolvers();

  private final ExecutorService lookups =
      Executors.newCachedThreadPool(Thread.ofPlatform().name("ari-names-", 0).daemon().factory());

  private NameResolvers() {}

  @Override
  protected AddressResolver<InetSocketAddress> newResolver(EventExecutor loop) {
    return new OffLoop(loop).asAddressResolver();
  }

  /** The resolver of one loop. */
  private final class OffLoop extends InetNameResolver {

    OffLoop(EventExecutor loop) {
      super(loop);
    }

    @Override
    protected void doResolve(String name, Promise<InetAddress> found) {
      look(name, () -> InetAddress.getByName(name), found);
    }

    @Override
    protected void doResolveAll(String name, Promise<List<InetAddress>> found) {
      look(name, () -> List.of(InetAddress.getAllByName(name)), found);
    }

    private <T> void look(String name, Callable<T> lookup, Promise<T> found) {
      boolean address = NetUtil.isValidIpV4Address(name) || NetUtil.isValidIpV6Address(name);
      try {
        if (address) {
          settle(lookup, found);
        } else {
          lookups.execute(() -> settle(lookup, found));
        }
      } catch (Throwable noThread) { // an Error too: who waits must be told
        found.tryFailure(noThread);
      }
    }

    private static <T> void settle(Callable<T> lookup, Promise<T> found) {
      try {
        found.trySuccess(lookup.call());
      } catch (Throwable failure) {
        found.tryFailure(failure);
      }
    }
  }
}
