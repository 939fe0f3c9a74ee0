// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.wall;

import org.jspecify.annotations.Nullable;
import org.ringmaster.core.board.QueueRow;
import org.ringmaster.core.queue.Door;
import org.ringmaster.core.wall.Alarm;

/**
 * A queue as it stands now, and how that is beside its thresholds.
 *
 * @param door how a supervisor has set its door; null where it goes by its calendar
 */
public record QueueSight(QueueRow row, Alarm alarm, @Nullable Door door) {}
