// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.world;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ringmaster.core.call.RecordingId;
import org.ringmaster.core.engine.Outlet;
import org.ringmaster.core.file.FileCommand;
import org.ringmaster.core.file.FileInput;
import org.ringmaster.core.kernel.Command;
import org.ringmaster.simulation.asterisk.SimulatedAsterisk;
import org.ringmaster.simulation.draw.Draws;

/**
 * What fetches recorded files from simulated Asterisks: it takes its time, now and then it fails,
 * and of an Asterisk that is down nothing can be had. What it keeps survives a death of the
 * platform, as a disk does. One thread, the simulation's.
 */
public final class SimulatedFiles implements Outlet {

  private static final int USUAL_MICROS = 400_000;
  private static final double FAILS = 0.05;
  private static final int BYTES_PER_MILLI = 16;
  private static final int HEADER_BYTES = 44;

  private final SimulatedCentre centre;
  private final Draws draws;
  private final Map<RecordingId, Long> kept = new LinkedHashMap<>();

  SimulatedFiles(SimulatedCentre centre, Draws draws) {
    this.centre = centre;
    this.draws = draws;
  }

  /** The files that are kept, and how long each is in milliseconds. */
  public Map<RecordingId, Long> kept() {
    return Map.copyOf(kept);
  }

  @Override
  public boolean publish(Command command) {
    if (!(command instanceof FileCommand asked)) {
      return false;
    }
    centre.agenda().after(draws.below(USUAL_MICROS), () -> carryOut(asked));
    return true;
  }

  private void carryOut(FileCommand command) {
    switch (command) {
      case FileCommand.Fetch fetch -> centre.inlet().offer(fetched(fetch), centre.clockMicros());
      case FileCommand.Clear clear -> centre.asterisk(clear.node()).deleteRecording(clear.file());
    }
  }

  private FileInput fetched(FileCommand.Fetch fetch) {
    SimulatedAsterisk asterisk = centre.asterisk(fetch.node());
    Long here = kept.get(fetch.file());
    if (here == null && (!asterisk.isRunning() || draws.chance(FAILS))) {
      return new FileInput.FetchFailed(fetch.file(), "the node does not answer");
    }
    Long millis = here == null ? asterisk.storedMillis(fetch.file()) : here;
    if (millis == null) {
      return new FileInput.NotThere(fetch.file());
    }
    kept.put(fetch.file(), millis);
    return new FileInput.Fetched(
        fetch.file(),
        "%064x".formatted(fetch.file().value().hashCode() & 0xFFFF_FFFFL),
        millis * BYTES_PER_MILLI + HEADER_BYTES,
        millis);
  }
}
