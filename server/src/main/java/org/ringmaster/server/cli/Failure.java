// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.cli;

/** A verb cannot do what was asked. Its message is one sentence for people. */
final class Failure extends Exception {
  private static final long serialVersionUID = 1L;

  private final int exitCode;

  Failure(int exitCode, String sentence) {
    super(sentence);
    this.exitCode = exitCode;
  }

  int exitCode() {
    return exitCode;
  }

  static Failure of(String sentence) {
    return new Failure(ExitCode.FAILED, sentence);
  }
}
