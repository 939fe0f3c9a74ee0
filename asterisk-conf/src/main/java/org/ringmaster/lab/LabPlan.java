// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.lab;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import org.ringmaster.asteriskconf.ConfName;

/**
 * What a lab is to consist of.
 *
 * @param name stands before the names of its Asterisks in the tree; unique among labs that run at
 *     the same time
 * @param edges the Asterisks Ringmaster controls, at least one
 * @param outside whether there is a world outside: a carrier, callers, telephones
 * @param outlivesUs whether it goes on when the process that started it ends
 */
public record LabPlan(ConfName name, List<EdgePlan> edges, boolean outside, boolean outlivesUs) {
  private static final int NAMES = 36 * 36 * 36 * 36 * 36;

  /** Copies the list. */
  public LabPlan {
    edges = List.copyOf(edges);
    if (edges.isEmpty()) {
      throw new IllegalArgumentException("a lab needs an edge");
    }
  }

  /** One usual edge and the world outside, under a name drawn now, ending with this process. */
  public static LabPlan usual() {
    return of(EdgePlan.usual("edge"));
  }

  /** These edges and the world outside, under a name drawn now, ending with this process. */
  public static LabPlan of(EdgePlan... edges) {
    String drawn = Integer.toString(ThreadLocalRandom.current().nextInt(NAMES), 36);
    ConfName name = new ConfName("t" + drawn.toLowerCase(Locale.ROOT));
    return new LabPlan(name, List.of(edges), true, false);
  }

  /** The same without the world outside: faster, for tests that need no SIP. */
  public LabPlan withoutOutside() {
    return new LabPlan(name, edges, false, outlivesUs);
  }

  /** The same under a lasting name, going on when this process ends. */
  public LabPlan lasting(String lastingName) {
    return new LabPlan(new ConfName(lastingName), edges, outside, true);
  }
}
