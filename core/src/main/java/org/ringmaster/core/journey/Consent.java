// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.journey;

/**
 * That an address, or all numbers that begin so, must not be contacted, until somebody takes it
 * back.
 *
 * @param sinceMicros epoch microseconds
 * @param prefix what the numbers begin with, without the plus; 0: it is one address
 */
public record Consent(IdentityId identity, ConsentScope scope, long sinceMicros, long prefix) {}
