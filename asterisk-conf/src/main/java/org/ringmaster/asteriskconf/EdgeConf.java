// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.asteriskconf;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

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

  private static final String ONE = "name given to one trunk or telephone only";

  /** Copies the lists; refuses names given twice and names that nothing here has. */
  public EdgeConf {
    trunks = List.copyOf(trunks);
    telephones = List.copyOf(telephones);
    numbers = List.copyOf(numbers);
    fallbackQueues = List.copyOf(fallbackQueues);
    music = List.copyOf(music);
    requireKnownNames(trunks, telephones, fallbackQueues, music);
    FallbackRoute.of(numbers, fallbackQueues);
  }

  /**
   * Word of the templates: who takes the callers of which number while Ringmaster is away.
   *
   * @throws IllegalArgumentException if a number names a queue that is not there
   */
  List<FallbackRoute> routes() {
    return FallbackRoute.of(numbers, fallbackQueues);
  }

  private static void requireKnownNames(
      List<Trunk> trunks,
      List<Telephone> telephones,
      List<FallbackQueue> fallbackQueues,
      List<MusicClass> music) {
    Set<ConfName> endpoints = new HashSet<>();
    trunks.forEach(trunk -> Refusal.unless(endpoints.add(trunk.name()), ONE, trunk.name().value()));
    Set<ConfName> known = new HashSet<>();
    for (Telephone telephone : telephones) {
      Refusal.unless(endpoints.add(telephone.name()), ONE, telephone.name().value());
      known.add(telephone.name());
    }
    for (FallbackQueue queue : fallbackQueues) {
      for (ConfName telephone : queue.telephones()) {
        Refusal.unless(known.contains(telephone), "telephone of this edge", telephone.value());
      }
      Refusal.unless(
          queue.music().equals(MusicClass.QUIET)
              || music.stream().anyMatch(one -> one.name().equals(queue.music())),
          "music class of this edge",
          queue.music().value());
    }
  }
}
