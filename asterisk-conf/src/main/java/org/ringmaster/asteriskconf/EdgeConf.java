// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.asteriskconf;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that the Asterisk at the edge, the one Ringmaster controls, must know.
 *
 * @param node its name; becomes {@code systemname}, so that unique ids tell where a call was
 * @param address the IPv4 address it listens on, for everything
 * @param ports the ports it listens on
 * @param folders where its files lie
 * @param timers how patient SIP is
 * @param ari the user Ringmaster's ARI sockets log in as
 * @param ami the user Ringmaster's AMI connection logs in as
 * @param trunks the carriers
 * @param telephones the agents' telephones
 * @param numbers the numbers callers dial
 * @param fallbackQueues the queues for while Ringmaster is away
 * @param music the music classes
 */
public record EdgeConf(
    ConfName node,
    HostAddress address,
    Ports ports,
    Folders folders,
    SipTimers timers,
    Login ari,
    Login ami,
    List<Trunk> trunks,
    List<Telephone> telephones,
    List<InboundNumber> numbers,
    List<FallbackQueue> fallbackQueues,
    List<MusicClass> music) {

  /** Copies the lists. */
  public EdgeConf {
    trunks = List.copyOf(trunks);
    telephones = List.copyOf(telephones);
    numbers = List.copyOf(numbers);
    fallbackQueues = List.copyOf(fallbackQueues);
    music = List.copyOf(music);
  }

  /** The fallback queue for callers without a number of ours; null if there is no queue. */
  public @Nullable ConfName firstFallback() {
    return fallbackQueues.isEmpty() ? null : fallbackQueues.getFirst().name();
  }
}
