// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.sheet;

import java.io.IOException;

/** Is asked now and then whether reading may go on. */
@FunctionalInterface
public interface SheetLook {

  /** After so many rows or texts it is asked again. */
  int EACH = 1_024;

  /**
   * Looks whether there is room and nobody has ended it.
   *
   * @throws IOException where reading must end: says why
   */
  void look() throws IOException;
}
