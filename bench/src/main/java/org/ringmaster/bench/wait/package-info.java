// SPDX-License-Identifier: Apache-2.0
/**
 * Owns the measurement of wait predictions: callers and agents in virtual time, several predictors
 * asked at the same instants, and the waits that came true. It never asks a predictor for what it
 * could not know yet.
 */
@NullMarked
package org.ringmaster.bench.wait;

import org.jspecify.annotations.NullMarked;
