// SPDX-License-Identifier: Apache-2.0
/**
 * Owns one Asterisk as the kernel sees it: events become inputs, commands become requests, and
 * after each connect the node tells all that lives on it. It never decides what an input means.
 */
@NullMarked
package org.ringmaster.aribridge.node;

import org.jspecify.annotations.NullMarked;
