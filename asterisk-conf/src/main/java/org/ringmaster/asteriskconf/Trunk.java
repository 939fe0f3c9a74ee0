// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.asteriskconf;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A carrier: dialled as {@code PJSIP/NUMBER@NAME}.
 *
 * @param name its name, also of the PJSIP endpoint
 * @param target where calls are sent to
 * @param sources what tells that an incoming call is this carrier's
 * @param login user and password the carrier asks of us; null if it knows us by address
 * @param register whether we register with the carrier, so that it finds us
 */
public record Trunk(
    ConfName name,
    HostPort target,
    List<TrunkSource> sources,
    @Nullable Login login,
    boolean register) {

  /** Copies the list; a registration needs a login. */
  public Trunk {
    sources = List.copyOf(sources);
    Refusal.unless(
        !register || login != null, "trunk that registers without a login", name.value());
  }

  /** The sources told by an address. */
  public List<TrunkSource.Address> addresses() {
    return sources.stream()
        .filter(TrunkSource.Address.class::isInstance)
        .map(TrunkSource.Address.class::cast)
        .toList();
  }

  /** The sources told by a SIP header. */
  public List<TrunkSource.Header> headers() {
    return sources.stream()
        .filter(TrunkSource.Header.class::isInstance)
        .map(TrunkSource.Header.class::cast)
        .toList();
  }

  /** Whether anything identifies incoming calls. */
  public boolean identified() {
    return !sources.isEmpty();
  }
}
