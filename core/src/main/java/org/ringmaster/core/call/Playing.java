// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

/** Prompts playing to a leg. */
record Playing(PlaybackId id, LegId leg, boolean thenHangUp) {}
