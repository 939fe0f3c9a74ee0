// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.routing;

/** One way to find the caller for an agent who has become free. Not thread-safe. */
interface Chooser extends AutoCloseable {

  /**
   * An agent, and nobody else, is free: chooses their caller.
   *
   * @return the caller's number, as the {@link Floor} drew it; timed
   */
  int choose(int agent) throws Exception;

  /** Gives the caller chosen last to the agent, with all that comes of it; timed on its own. */
  default void give(int agent) throws Exception {}

  /** The caller chosen last goes and another comes; the agent is busy again. Not timed. */
  void goOn(int agent, Floor.Caller next) throws Exception;

  @Override
  void close() throws Exception;
}
