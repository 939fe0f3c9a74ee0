// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.journey;

/** What somebody must not be contacted for. */
public enum ConsentScope {
  /** Nothing at all. */
  ANY,
  /** A callback they asked for. */
  CALLBACK,
  /** A campaign. */
  CAMPAIGN,
  /** A call that an agent makes. */
  AGENT
}
