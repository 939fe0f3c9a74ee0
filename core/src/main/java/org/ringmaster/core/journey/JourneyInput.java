// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.journey;

import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.core.kernel.Personal;

/** What the configuration and people tell about customers. */
public sealed interface JourneyInput extends Input {

  /** How long a customer who does not come is remembered. */
  record RememberRead(long millis) implements JourneyInput {}

  /** A telephone number must not be called any more, for a purpose or for any. */
  record Forbid(Personal number, ConsentScope scope, Author author) implements JourneyInput {}

  /** A telephone number may be called again. */
  record Permit(Personal number, ConsentScope scope, Author author) implements JourneyInput {}
}
