// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.kernel;

/**
 * Asks that an input comes back at a given instant. Who asks again for the same input moves it. A
 * reminder is never cancelled: whoever receives the input looks whether it still matters, so that a
 * late one is harmless.
 *
 * @param dueMicros when, in epoch microseconds
 * @param input what comes back
 */
public record Reminder(long dueMicros, Input input) implements Command {}
