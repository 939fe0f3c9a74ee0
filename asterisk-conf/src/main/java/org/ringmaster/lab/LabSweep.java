// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.lab;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
  private static final Pattern CONF =
      Pattern.compile("(/var/lib/ringmaster/[A-Za-z0-9_-]+)/etc/.*");

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
    ProcessHandle.allProcesses()
        .filter(process -> isHomeless(process, tree))
        .forEach(
            process -> {
              LOG.info("lab: ending process {}, its folder is gone", process.pid());
              process.destroyForcibly();
            });
  }

  /**
   * Starts again what has died of a lasting lab; what cannot be started again is cleared away.
   * Whatever of the lab was without a note never ran.
   */
  static void revive(ConfName lab, LabTree tree) {
    for (LabInstance instance : LabInstance.all(tree)) {
      LabNote note = LabNote.readFrom(instance.note()).orElse(null);
      if (note == null || !note.lab().equals(lab) || note.keeper().alive().isPresent()) {
        continue;
      }
      LabAsterisk dead = new LabAsterisk(instance, note);
      try {
        dead.startAgain();
        LOG.info("lab: {} had died and runs again", instance.name());
      } catch (IllegalStateException | LabUnavailable e) {
        LOG.warn("lab: {} had died and cannot run again, cleared away", instance.name(), e);
        dead.close();
      }
    }
  }

  /** Whether a process keeps an Asterisk of this tree whose folder is gone. */
  private static boolean isHomeless(ProcessHandle process, LabTree tree) {
    List<String> words = Arrays.asList(process.info().arguments().orElse(new String[0]));
    if (!words.contains("--mount-proc=" + tree.root() + "/proc") || words.size() < 2) {
      return false;
    }
    Matcher conf = CONF.matcher(words.getLast());
    return conf.matches() && !Files.exists(tree.root().resolve(conf.group(1).substring(1)));
  }
}
