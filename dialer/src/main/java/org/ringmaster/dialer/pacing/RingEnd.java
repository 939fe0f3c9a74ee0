// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.pacing;

/** How the ringing of a dialled call ended, as far as pacing goes. */
public enum RingEnd {
  /** A person answered. */
  PERSON,
  /** A machine answered, the line was busy or dead, or nobody was there. */
  OTHER,
  /** We gave it up: what it would have come to is not known. */
  GIVEN_UP
}
