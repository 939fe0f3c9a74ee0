// SPDX-License-Identifier: Apache-2.0
/**
 * Owns how many agents an expected load needs: the model of callers who lose patience, and the hint
 * from a day's pattern. Never decides anything: it tells people.
 */
@NullMarked
package org.ringmaster.core.staffing;

import org.jspecify.annotations.NullMarked;
