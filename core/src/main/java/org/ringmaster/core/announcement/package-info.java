// SPDX-License-Identifier: Apache-2.0
/**
 * Owns what waiting callers are told and in which words: how often, which figure of the estimated
 * wait, and the prompts of each language. Never keeps state, never asks for the time, never plays
 * anything.
 */
@NullMarked
package org.ringmaster.core.announcement;

import org.jspecify.annotations.NullMarked;
