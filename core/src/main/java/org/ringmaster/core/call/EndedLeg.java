// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

/**
 * A leg that is over, remembered for a while: what is told of it late, or was listed before it
 * ended, is no news.
 */
record EndedLeg(LegId leg) {}
