// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

/** How a trunk's registration at its carrier stands, as its node tells. */
public enum Registration {
  /** It registers nowhere, or its node has not told. */
  NONE,
  /** The carrier knows where to find us. */
  REGISTERED,
  /** The carrier does not know, and is asked. */
  UNREGISTERED,
  /** The carrier has refused. */
  REJECTED
}
