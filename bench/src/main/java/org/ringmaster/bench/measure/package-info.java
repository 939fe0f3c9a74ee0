// SPDX-License-Identifier: Apache-2.0
/**
 * Owns how measurements are taken, judged and told: rounds in turns, medians with their spread,
 * aims, JSON, the numbers in the README. It never knows what is measured.
 */
@NullMarked
package org.ringmaster.bench.measure;

import org.jspecify.annotations.NullMarked;
