// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

import java.util.List;

/**
 * A lead that an agent looks at, for whoever shows it.
 *
 * @param dialsAtEnd whether it is dialled when the time runs out
 * @param tried what its earlier attempts came to
 */
public record PreviewRow(Preview preview, boolean dialsAtEnd, List<Tried> tried) {

  /** So many attempts came to an outcome; counted to 15. */
  public record Tried(AttemptOutcome outcome, int times) {}
}
