// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.cli;

/** Which Ringmaster this is. */
final class Version {
  private Version() {}

  /** From the jar's manifest; {@code development} where there is none. */
  static String text() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
