// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.kernel;

/**
 * Names one request whose sender waits for an {@link Answer}; counted by the inlet it came through.
 */
public record RequestId(long value) {}
