// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.lab;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.ringmaster.asteriskconf.ConfName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Clears away what labs left behind that could not end themselves: killed tests, mostly. What runs
 * for a living owner, or is to outlive its owner, is spared.
 */
final class LabSweep {
  private static final Logger LOG = LoggerFactory.getLogger(LabSweep.class);
  private static final long HALF_MADE_MILLIS = 300_000;

  private LabSweep() {}

  static void sweep(LabTree tree) {
    for (LabInstance instance : LabInstance.all(tree)) {
      LabNote note = LabNote.readFrom(instance.note()).orElse(null);
      if (note == null) {
        instance.deleteIfOlderThan(HALF_MADE_MILLIS);
      } else if (note.owner().pid() != 0 && note.owner().alive().isEmpty()) {
        LOG.info("lab: sweeping {} away, its owner is gone", instance.name());
        new LabAsterisk(instance, note).close();
      }
    }
    for (TreeProcess process : TreeProcess.all(tree)) {
      if (!Files.exists(process.instance().folder())) {
        LOG.info("lab: ending process {}, its folder is gone", process.handle().pid());
        process.handle().destroyForcibly();
      }
    }
  }

  /**
   * What of a tree runs for nobody: its folder is gone, or its owner, or its owner is this process
   * and should have ended it by now. A sentence for each.
   */
  static List<String> leftBehind(LabTree tree) {
    LabNote.Process us = LabNote.Process.of(ProcessHandle.current());
    List<String> left = new ArrayList<>();
    for (TreeProcess process : TreeProcess.all(tree)) {
      LabNote.Process owner =
          LabNote.readFrom(process.instance().note()).map(LabNote::owner).orElse(us);
      boolean lasting = owner.equals(LabNote.Process.NONE);
      if (!lasting && (owner.equals(us) || owner.alive().isEmpty())) {
        left.add("process " + process.handle().pid() + " of " + process.instance().name());
      }
    }
    return left;
  }

  /**
   * Starts again what has died of a lasting lab; what cannot be started again is cleared away.
   * Whatever of the lab was without a note never ran.
   *
   * @return whether anything had died
   */
  static boolean revive(ConfName lab, LabTree tree) {
    boolean any = false;
    for (LabInstance instance : LabInstance.all(tree)) {
      LabNote note = LabNote.readFrom(instance.note()).orElse(null);
      if (note == null || !note.lab().equals(lab) || !note.alive().isEmpty()) {
        continue;
      }
      any = true;
      LabAsterisk dead = new LabAsterisk(instance, note);
      try {
        dead.startAgain();
        LOG.info("lab: {} had died and runs again", instance.name());
      } catch (IllegalStateException | LabUnavailable e) {
        LOG.warn("lab: {} had died and cannot run again, cleared away", instance.name(), e);
        dead.close();
      }
    }
    return any;
  }
}
