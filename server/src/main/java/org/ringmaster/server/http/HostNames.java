// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import io.netty.util.NetUtil;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names under which we may be asked for. A page of another site whose name leads to this
 * machine is of the same origin for its browser and would be let in with the cookies of that name;
 * but it cannot choose how we are called. Immutable; any thread.
 */
final class HostNames {

  private static final String LOCAL = "localhost";

  private final Set<String> names = new HashSet<>();

  /** Loopback, all plain addresses, and these names. */
  HostNames(Collection<String> configured) {
    names.add(LOCAL);
    configured.forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
  }

  /** Whether a {@code Host} header names us; a client of HTTP 1.0 needs none. */
  boolean isOurs(@Nullable String host) {
    if (host == null) {
      return true;
    }
    String name = withoutPort(host.strip().toLowerCase(Locale.ROOT));
    return names.contains(name)
        || name.endsWith("." + LOCAL)
        || NetUtil.isValidIpV4Address(name)
        || NetUtil.isValidIpV6Address(name);
  }

  private static String withoutPort(String host) {
    int colon = host.lastIndexOf(':');
    String name = colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
    boolean bracketed = name.startsWith("[") && name.endsWith("]");
    String plain = bracketed ? name.substring(1, name.length() - 1) : name;
    return plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain;
  }
}
