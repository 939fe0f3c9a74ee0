// SPDX-License-Identifier: Apache-2.0
/**
 * Owns legs, calls, bridges, trunks, prompts, digits and recordings: what happens on the telephone
 * network. Never decides who talks with whom: queues, agents and flows ask for it.
 */
@NullMarked
package org.ringmaster.core.call;

import org.jspecify.annotations.NullMarked;
