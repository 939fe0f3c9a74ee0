// SPDX-License-Identifier: Apache-2.0
/** Owns hours, holidays and time zones. Never reads a clock: the instant is always an argument. */
@NullMarked
package org.ringmaster.core.calendar;

import org.jspecify.annotations.NullMarked;
