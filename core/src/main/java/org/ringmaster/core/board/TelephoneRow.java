// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.board;

import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.call.Reach;
import org.ringmaster.core.call.Telephone;

/**
 * A telephone as it stands now.
 *
 * @param reach whether it can be rung, as its node tells
 * @param engaged whether it is in a call that is none of ours
 * @param agent who is signed in on it
 */
public record TelephoneRow(
    Telephone telephone, Reach reach, boolean engaged, @Nullable AgentId agent) {}
