// SPDX-License-Identifier: Apache-2.0
/**
 * Owns what laws and house rules want of outbound work, as numbers and yes or no. Never dials, and
 * never says that a campaign complies: it says what it has counted, and by which formula.
 */
@NullMarked
package org.ringmaster.dialer.compliance;

import org.jspecify.annotations.NullMarked;
