// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.lab;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ringmaster.asteriskconf.ConfFiles;
import org.ringmaster.asteriskconf.ConfName;
import org.ringmaster.asteriskconf.Extension;
import org.ringmaster.asteriskconf.FallbackQueue;
import org.ringmaster.asteriskconf.InboundNumber;
import org.ringmaster.asteriskconf.MusicClass;
import org.ringmaster.asteriskconf.Ports;
import org.ringmaster.asteriskconf.Telephone;
import org.ringmaster.asteriskconf.Trunk;

/**
 * What one edge of a lab is to have. Its trunk to {@code outside}, ports and logins are the lab's.
 *
 * @param node the node's name
 * @param registering names of agents' telephones that live in {@code outside} and register
 * @param fixed names of agents' telephones that live in {@code outside} and are found there without
 *     registering
 * @param elsewhere telephones that live elsewhere, for example in a {@link SippRun}
 * @param numbers the numbers callers dial
 * @param fallbackQueues the queues for while Ringmaster is away
 * @param music the music classes
 * @param trunks further trunks beside the one to {@code outside}
 * @param ports the ports it listens on; null draws free ones
 * @param added texts put behind its conf files, for what only a test or a bench needs
 * @param transferKeys names of registering telephones whose own transfer key is heeded
 */
public record EdgePlan(
    ConfName node,
    List<ConfName> registering,
    List<ConfName> fixed,
    List<Telephone> elsewhere,
    List<InboundNumber> numbers,
    List<FallbackQueue> fallbackQueues,
    List<MusicClass> music,
    List<Trunk> trunks,
    @Nullable Ports ports,
    ConfFiles added,
    List<ConfName> transferKeys) {

  private static final int HALF = 5;
  private static final int RING_SECONDS = 15;
  private static final int MAX_WAIT_SECONDS = 600;

  /** Copies the lists. */
  public EdgePlan {
    registering = List.copyOf(registering);
    fixed = List.copyOf(fixed);
    elsewhere = List.copyOf(elsewhere);
    numbers = List.copyOf(numbers);
    fallbackQueues = List.copyOf(fallbackQueues);
    music = List.copyOf(music);
    trunks = List.copyOf(trunks);
    transferKeys = List.copyOf(transferKeys);
  }

  /** Without further trunks, on ports drawn free. */
  public EdgePlan(
      ConfName node,
      List<ConfName> registering,
      List<ConfName> fixed,
      List<Telephone> elsewhere,
      List<InboundNumber> numbers,
      List<FallbackQueue> fallbackQueues,
      List<MusicClass> music) {
    this(
        node,
        registering,
        fixed,
        elsewhere,
        numbers,
        fallbackQueues,
        music,
        List.of(),
        null,
        new ConfFiles(Map.of()),
        List.of());
  }

  /**
   * An edge with telephones {@code tel01} to {@code tel05}, which register, and {@code tel06} to
   * {@code tel10}, which are found at a fixed address; the numbers {@code 49301000} to {@code
   * 49301999}; and one fallback queue {@code fallback} that rings the first five.
   */
  public static EdgePlan usual(String node) {
    List<ConfName> telephones =
        IntStream.rangeClosed(1, 2 * HALF)
            .mapToObj(i -> new ConfName("tel%02d".formatted(i)))
            .toList();
    ConfName fallback = new ConfName("fallback");
    FallbackQueue queue =
        new FallbackQueue(
            fallback,
            FallbackQueue.Strategy.LONGEST_IDLE,
            RING_SECONDS,
            MAX_WAIT_SECONDS,
            new ConfName("default"),
            telephones.subList(0, HALF));
    return new EdgePlan(
        new ConfName(node),
        telephones.subList(0, HALF),
        telephones.subList(HALF, telephones.size()),
        List.of(),
        List.of(new InboundNumber(new Extension("_49301XXX"), fallback)),
        List.of(queue),
        List.of(MusicClass.supplied()));
  }

  /** The same with further trunks. */
  public EdgePlan withTrunks(List<Trunk> further) {
    return changed(elsewhere, numbers, further, ports, added);
  }

  /** The same on these ports, for example so that a telephone on the desk keeps finding it. */
  public EdgePlan at(Ports chosen) {
    return changed(elsewhere, numbers, trunks, chosen, added);
  }

  /** The same with further telephones that live elsewhere. */
  public EdgePlan withTelephones(List<Telephone> further) {
    return changed(both(elsewhere, further), numbers, trunks, ports, added);
  }

  /** The same with further numbers. */
  public EdgePlan withNumbers(List<InboundNumber> further) {
    return changed(elsewhere, both(numbers, further), trunks, ports, added);
  }

  /**
   * The same with texts put behind its conf files, for what only a test or a bench needs: further
   * modules, contexts, files. They are taken as they are.
   */
  public EdgePlan with(ConfFiles further) {
    return changed(elsewhere, numbers, trunks, ports, added.with(further));
  }

  /** The same with registering telephones whose own transfer key is heeded. */
  public EdgePlan heeding(List<ConfName> telephones) {
    return new EdgePlan(
        node,
        registering,
        fixed,
        elsewhere,
        numbers,
        fallbackQueues,
        music,
        trunks,
        ports,
        added,
        telephones);
  }

  private EdgePlan changed(
      List<Telephone> others,
      List<InboundNumber> dialled,
      List<Trunk> carriers,
      @Nullable Ports chosen,
      ConfFiles further) {
    return new EdgePlan(
        node,
        registering,
        fixed,
        others,
        dialled,
        fallbackQueues,
        music,
        carriers,
        chosen,
        further,
        transferKeys);
  }

  private static <T> List<T> both(List<T> first, List<T> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }
}
