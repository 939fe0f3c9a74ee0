// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

import java.util.List;

/** Prompts playing to a leg. */
record Playing(PlaybackId id, LegId leg, boolean thenHangUp, List<Prompt> prompts) {}
