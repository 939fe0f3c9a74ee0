// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server;

import java.nio.file.Path;
import java.util.List;
import org.ringmaster.asteriskconf.ConfName;
import org.ringmaster.lab.EdgePlan;
import org.ringmaster.lab.Lab;
import org.ringmaster.lab.LabPlan;

/** The lab that belongs to a var folder: found where an earlier run left it, else started. */
public final class LabRoom {

  private static final int BASE = 36;

  private LabRoom() {}

  /** The lab of a folder with these edges, running. */
  static Lab findOrStart(Path folder, List<EdgePlan> edges) {
    LabPlan plan = new LabPlan(name(folder), edges, true, true);
    return Lab.findOrStart(plan);
  }

  /** The name of a folder's lab, so that two checkouts on one machine do not meet. */
  public static ConfName name(Path folder) {
    int hash = folder.toAbsolutePath().normalize().toString().hashCode();
    return new ConfName("u" + Integer.toUnsignedString(hash, BASE));
  }
}
