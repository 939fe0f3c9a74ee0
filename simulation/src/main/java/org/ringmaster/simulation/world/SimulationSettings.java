// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.world;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.ringmaster.core.board.Board;
import org.ringmaster.core.codec.CodecRegistry;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.engine.Centre;
import org.ringmaster.core.kernel.Decider;
import org.ringmaster.dialer.DialerCentre;
import org.ringmaster.dialer.list.LeadSegments;
import org.ringmaster.simulation.asterisk.AsteriskTiming;
import org.ringmaster.simulation.draw.Distribution;

/**
 * How a centre is simulated.
 *
 * @param seed of all chance
 * @param startMicros when it begins, epoch microseconds
 * @param timing how long things take in each Asterisk and on the way to it
 * @param syncSeconds how long the journal's disk takes to sync
 * @param keepsFacts whether all facts stay in memory, as a restart needs; a very long run does not
 * @param centres makes a centre that knows nothing, for each run of the platform
 * @param boards folded over synced facts
 * @param codec the names of everything, for hashes
 */
public record SimulationSettings(
    long seed,
    long startMicros,
    AsteriskTiming timing,
    Distribution syncSeconds,
    boolean keepsFacts,
    Supplier<Centre> centres,
    List<? extends Board> boards,
    FactCodec codec) {

  /** 2026-11-02T06:00:00Z, a Monday. */
  public static final long MONDAY_AT_SIX = 1_793_599_200_000_000L;

  /** A Monday morning at six (UTC), the core alone, a disk that syncs in about a millisecond. */
  public static SimulationSettings of(long seed) {
    return of(seed, FactCodec.of(DialerCentre.names().build()));
  }

  /** The same with a codec that was made before: making one takes longer than a short run. */
  public static SimulationSettings of(long seed, FactCodec codec) {
    return new SimulationSettings(
        seed,
        MONDAY_AT_SIX,
        AsteriskTiming.USUAL,
        new Distribution.Uniform(0.000_500, 0.002),
        true,
        DialerCentre::centre,
        List.of(),
        codec);
  }

  /** The same, without keeping facts. */
  public SimulationSettings forgetting() {
    return new SimulationSettings(
        seed, startMicros, timing, syncSeconds, false, centres, boards, codec);
  }

  /** The same, with boards. */
  public SimulationSettings with(List<? extends Board> more) {
    return new SimulationSettings(
        seed, startMicros, timing, syncSeconds, keepsFacts, centres, more, codec);
  }

  /** The same, with the deciders of another module. */
  public SimulationSettings with(Supplier<List<Decider>> more, CodecRegistry names) {
    return new SimulationSettings(
        seed,
        startMicros,
        timing,
        syncSeconds,
        keepsFacts,
        () ->
            DialerCentre.centre(LeadSegments.of(Map.of()), parts -> more.get(), decider -> decider),
        boards,
        FactCodec.of(names));
  }

  /** The same, with centres that are put together otherwise. */
  public SimulationSettings of(Supplier<Centre> otherCentres) {
    return new SimulationSettings(
        seed, startMicros, timing, syncSeconds, keepsFacts, otherCentres, boards, codec);
  }

  /** The same, with other waits. */
  public SimulationSettings timed(AsteriskTiming otherTiming, Distribution otherSyncSeconds) {
    return new SimulationSettings(
        seed, startMicros, otherTiming, otherSyncSeconds, keepsFacts, centres, boards, codec);
  }
}
