// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.journey;

/**
 * That an address must not be contacted, until somebody takes it back.
 *
 * @param sinceMicros epoch microseconds
 */
public record Consent(IdentityId identity, ConsentScope scope, long sinceMicros) {}
