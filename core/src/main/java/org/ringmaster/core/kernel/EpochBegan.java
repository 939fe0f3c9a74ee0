// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.kernel;

/**
 * A run of the platform began: ids minted from here on carry this epoch. Deciders react by asking
 * again for the reminders of whatever is still alive.
 */
public record EpochBegan(int cell, long epoch) implements Fact {}
