// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.steering;

import org.ringmaster.core.kernel.Author;

/**
 * What was changed last at something, and by whom.
 *
 * @param version the number of the fact: whoever changes something says which they have seen
 * @param what in words, behind the author's name
 * @param atMicros when, by the kernel's clock, epoch microseconds
 */
public record Steered(Subject subject, long version, Author author, String what, long atMicros) {}
