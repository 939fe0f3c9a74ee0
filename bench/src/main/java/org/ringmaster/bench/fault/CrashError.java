// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.fault;

/**
 * What ends a thread whose process is dead. An error, so that nothing that handles failures of disk
 * or database handles this one.
 */
final class CrashError extends Error {
  private static final long serialVersionUID = 1L;

  CrashError() {
    super("the process is dead", null, false, false);
  }
}
