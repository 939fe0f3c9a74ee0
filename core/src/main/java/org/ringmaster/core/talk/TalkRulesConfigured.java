// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.talk;

import org.ringmaster.core.kernel.Fact;

/** What agents may do with conversations, from now on. */
public record TalkRulesConfigured(TalkRules rules) implements Fact {}
