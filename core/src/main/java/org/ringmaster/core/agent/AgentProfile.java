// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.agent;

import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.TelephoneId;
import org.ringmaster.core.kernel.Personal;

/**
 * An agent, as configured.
 *
 * @param name for people to read; null where none is given
 * @param number what the agent types to sign in from a telephone that is not theirs
 * @param telephone the telephone they sign in on unless they name another
 */
public record AgentProfile(
    AgentId id, @Nullable Personal name, String number, @Nullable TelephoneId telephone) {}
