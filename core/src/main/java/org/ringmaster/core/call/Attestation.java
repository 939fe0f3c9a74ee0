// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

/** What a carrier vouches for when it signs calls that leave through it (STIR/SHAKEN). */
public enum Attestation {
  /** It knows the customer, and that the number that is shown is theirs to show. */
  A,
  /** It knows the customer, and nothing of the number that is shown. */
  B,
  /** It only passes the call on. */
  C
}
