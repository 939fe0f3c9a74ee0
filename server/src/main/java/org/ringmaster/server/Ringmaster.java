// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server;

import org.ringmaster.server.cli.Cli;

/** Where the process begins: hands everything to the command line. */
public final class Ringmaster {
  private Ringmaster() {}

  /** Runs one command and ends with its exit code. */
  public static void main(String[] arguments) {
    System.exit(Cli.ofProcess(new PlatformRun()).run(arguments));
  }
}
