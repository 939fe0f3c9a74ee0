// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

/** What one leg is doing. */
public enum LegState {
  /** We asked the node to ring somebody and know nothing yet. */
  REQUESTED,
  /** The far end rings. */
  RINGING,
  /** Somebody rang us and hears ringing; we have not answered. */
  ARRIVED,
  /** Answered: sound flows. */
  UP,
  /** Over. */
  ENDED
}
