// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server;

import org.ringmaster.server.cli.Cli;
import org.ringmaster.server.cli.ExitCode;

/** Where the process begins: hands everything to the command line. */
public final class Ringmaster {
  private Ringmaster() {}

  /** Runs one command and ends with its exit code. */
  public static void main(String[] arguments) {
    Cli cli =
        Cli.ofProcess(
            (source, varFolder) -> {
              System.err.println("ringmaster: this build has no platform to start");
              return ExitCode.FAILED;
            });
    System.exit(cli.run(arguments));
  }
}
