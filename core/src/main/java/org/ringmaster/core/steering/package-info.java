// SPDX-License-Identifier: Apache-2.0
/**
 * Owns what supervisors change while the centre is at work: at agents, at queues, at callers. Never
 * changes what the file says: what is set here ends by itself, or when the file changes.
 */
@NullMarked
package org.ringmaster.core.steering;

import org.jspecify.annotations.NullMarked;
