// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.AgentInput;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.engine.Centre;
import org.ringmaster.core.engine.Engine;
import org.ringmaster.core.engine.InputRecorder;
import org.ringmaster.core.engine.MicroClock;
import org.ringmaster.core.journal.FactFrame;
import org.ringmaster.core.journal.FileJournal;
import org.ringmaster.core.journal.FlightRecorder;
import org.ringmaster.core.journal.JournalOptions;
import org.ringmaster.core.journal.Snapshot;
import org.ringmaster.core.journal.Snapshots;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.dialer.DialerCentre;
import org.ringmaster.server.config.ConfigurationFile;
import org.ringmaster.server.config.ConfigurationInputs;
import org.ringmaster.server.config.FirstConfiguration;

/** The journal that a short run of the real engine leaves in a folder. */
final class WrittenJournal {
  private static final FactCodec CODEC = FactCodec.of(DialerCentre.names().build());

  private WrittenJournal() {}

  /**
   * Writes a configuration, and a journal with one sign-in, a snapshot and the inputs.
   *
   * @return the last fact
   */
  static long in(Path folder) throws Exception {
    Centre centre = DialerCentre.centre();
    Path file = folder.resolve("ringmaster.yaml");
    FirstConfiguration.writeIfMissing(file);
    try (FileJournal journal = FileJournal.open(options(folder));
        FlightRecorder recorder =
            new FlightRecorder(options(folder), CODEC, TimeUnit.DAYS.toMillis(1), 1 << 30);
        Engine engine =
            new Engine(
                centre,
                journal,
                new FactFrame(CODEC),
                InputRecorder.into(recorder),
                List.of(),
                List.of(),
                MicroClock.system(),
                failure -> {})) {
      engine.start(1);
      for (Input input : ConfigurationInputs.of(ConfigurationFile.read(file))) {
        engine.inlet().offer(input, 0);
      }
      engine
          .inlet()
          .ask(new AgentInput.SignIn(new AgentId("chen"), null))
          .get(10, TimeUnit.SECONDS);
    }
    List<Record> entities = new ArrayList<>();
    centre.snapshot(entities::add);
    long last = centre.state().lastSequence();
    new Snapshots(options(folder), CODEC)
        .write(new Snapshot(last, centre.hash(CODEC), entities, CODEC.fingerprint()));
    return last;
  }

  /** Where and how it is kept. */
  static JournalOptions options(Path folder) {
    return JournalOptions.in(folder.resolve("journal"), 1).withSegmentBytes(1 << 20).withRoom(0, 0);
  }
}
