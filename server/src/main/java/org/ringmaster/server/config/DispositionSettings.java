// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import org.jspecify.annotations.Nullable;
import org.ringmaster.core.desk.Disposition;

/**
 * What a contact can have been.
 *
 * @param digit the key that says so on the agent's page
 * @param name how people read it
 */
public record DispositionSettings(Disposition disposition, int digit, @Nullable String name) {}
