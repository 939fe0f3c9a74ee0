// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.kernel;

/**
 * The first input of every run of the platform.
 *
 * @param cell the cell this journal belongs to, 1 to 99
 * @param wantedEpoch the epoch that the clock suggests; the kernel takes it or the one after its
 *     last
 */
public record Started(int cell, long wantedEpoch) implements Input {}
