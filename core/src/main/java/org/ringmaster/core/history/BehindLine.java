// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.history;

import org.jspecify.annotations.Nullable;

/**
 * One part of a figure: a contact that was counted, or a time that was summed up.
 *
 * @param call the call; null of an agent's time that belongs to none
 * @param entry the waiting contact
 * @param agent who answered, or whose time it is
 * @param atMicros when the caller joined, or when the time began; epoch microseconds
 * @param amount what it adds to the figure: 1, or microseconds
 */
public record BehindLine(
    @Nullable String call,
    @Nullable String entry,
    @Nullable String agent,
    long atMicros,
    long amount) {}
