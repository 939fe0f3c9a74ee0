// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

/** For what a node listens to somebody by a leg made for that. */
public enum ScreeningStep {
  /** Whether a person or a machine speaks; {@link CallInput.LegScreened} answers. */
  VERDICT,
  /** Until whoever speaks has finished; {@link CallInput.GreetingEnded} answers. */
  GREETING_END
}
