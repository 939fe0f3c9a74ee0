// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.journey;

import org.ringmaster.core.call.CallId;

/** A fact by which somebody left a message, which is what came of their contact. */
public interface MessageLeft {

  /** The call in which they spoke. */
  CallId call();
}
