// SPDX-License-Identifier: Apache-2.0
/**
 * Owns the flow language, its runner for voice and text, and the flows and prompts as files. Never
 * talks to Asterisk: what a flow wants is asked of the kernel.
 */
@NullMarked
package org.ringmaster.ivr;

import org.jspecify.annotations.NullMarked;
