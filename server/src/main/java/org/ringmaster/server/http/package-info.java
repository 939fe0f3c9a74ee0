// SPDX-License-Identifier: Apache-2.0
/**
 * Owns the HTTP side of the platform: limits, logins, the JSON interface, the pages and metrics.
 * Never decides about calls: what changes something goes to the kernel as an input.
 */
@NullMarked
package org.ringmaster.server.http;

import org.jspecify.annotations.NullMarked;
