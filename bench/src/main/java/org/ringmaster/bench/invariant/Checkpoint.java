// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.invariant;

import java.util.function.Supplier;
import org.ringmaster.core.board.Boards;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.engine.Centre;
import org.ringmaster.core.interval.Intervals;

/**
 * All that can be compared when the work rests for a moment.
 *
 * @param centre the state that decides
 * @param empty makes a centre that knows nothing
 * @param replayed a second state that has only been told the facts
 * @param boards the boards that were told the facts turn by turn
 * @param intervals the figures that were told the facts one by one; none is forgotten
 * @param nowMicros epoch microseconds
 */
public record Checkpoint(
    Centre centre,
    Supplier<Centre> empty,
    Centre replayed,
    Boards boards,
    Intervals intervals,
    Facts facts,
    FactCodec codec,
    long nowMicros) {}
