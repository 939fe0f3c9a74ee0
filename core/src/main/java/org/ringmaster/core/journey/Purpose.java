// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.journey;

/** What a journey is toward. */
public enum Purpose {
  INFORMATION,
  PURCHASE,
  PROMOTION,
  SUPPORT,
  OTHER
}
