// SPDX-License-Identifier: Apache-2.0
/**
 * Owns how many lines a campaign dials at a moment, and what it must have learnt for that. Never
 * dials: it is told what is, and answers with a number and its reason.
 */
@NullMarked
package org.ringmaster.dialer.pacing;

import org.jspecify.annotations.NullMarked;
