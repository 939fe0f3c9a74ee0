// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.journey;

import org.ringmaster.core.kernel.Input;

/** What the configuration tells about customers. */
public sealed interface JourneyInput extends Input {

  /** How long a customer who does not come is remembered. */
  record RememberRead(long millis) implements JourneyInput {}
}
