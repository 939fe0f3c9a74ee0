// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.asterisk;

import org.ringmaster.simulation.draw.Distribution;

/**
 * How long things take in an Asterisk and on the way to it; all in seconds.
 *
 * @param oneWay a frame's way over a socket
 * @param request what most requests take to be carried out
 * @param originate what an originate takes
 * @param dialplan from a leg's making, or its answer, to its coming under our control
 * @param prompt how long a prompt plays
 */
public record AsteriskTiming(
    Distribution oneWay,
    Distribution request,
    Distribution originate,
    Distribution dialplan,
    Distribution prompt) {

  /** As seen on one machine; a prompt is a second or two long. */
  public static final AsteriskTiming USUAL =
      new AsteriskTiming(
          new Distribution.Uniform(0.000_030, 0.000_120),
          new Distribution.Constant(0.000_060),
          new Distribution.Uniform(0.001, 0.003),
          new Distribution.Uniform(0.000_500, 0.003),
          new Distribution.Uniform(0.8, 2.5));
}
