// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.agent;

import org.ringmaster.core.kernel.Fact;

/** From now on agents pause for these reasons; pauses that are on stay as they are. */
public record PauseReasonsConfigured(PauseReasons reasons) implements Fact {}
