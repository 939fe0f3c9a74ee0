// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.queue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.calendar.CalendarId;
import org.ringmaster.core.call.Prompt;

/**
 * Where a dialled number leads, as configured.
 *
 * @param hours the calendar it obeys; null: always open
 * @param closedPrompts what callers hear outside the hours
 */
public record InboundNumber(
    String number, QueueId queue, @Nullable CalendarId hours, List<Prompt> closedPrompts) {}
