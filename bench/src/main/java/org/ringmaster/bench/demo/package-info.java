// SPDX-License-Identifier: Apache-2.0
/**
 * Owns the demonstration: callers who ring a running platform through SIP, agents who answer them.
 * Never touches the platform but as the outside does: by telephone and by its API.
 */
@NullMarked
package org.ringmaster.bench.demo;

import org.jspecify.annotations.NullMarked;
