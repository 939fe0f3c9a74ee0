// SPDX-License-Identifier: Apache-2.0
/**
 * Owns ari4java's typed requests and models over our own transport, as a drop-in for its client. It
 * never carries the platform's own calls, which have a shorter way.
 */
@NullMarked
package org.ringmaster.aribridge.typed;

import org.jspecify.annotations.NullMarked;
