// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.cli;

/** What the shell is told. */
public final class ExitCode {
  /** Done. */
  public static final int OK = 0;

  /** Refused by the platform, or failed. */
  public static final int FAILED = 1;

  /** The command or the configuration is wrong; nothing was done. */
  public static final int USAGE = 2;

  /** The platform does not run. */
  public static final int NOT_RUNNING = 3;

  private ExitCode() {}
}
