// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.recording;

import org.ringmaster.core.kernel.Fact;

/** From here on this is recorded. */
public record RecordingRulesSet(RecordingRules rules) implements Fact {}
