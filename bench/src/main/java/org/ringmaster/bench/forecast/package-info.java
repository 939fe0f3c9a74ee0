// SPDX-License-Identifier: Apache-2.0
/**
 * Owns the measurement of forecasts: worlds whose truth a forecast does not know, the history that
 * it is shown, and the later days that it is held against. It never shows a forecast those days.
 */
@NullMarked
package org.ringmaster.bench.forecast;

import org.jspecify.annotations.NullMarked;
