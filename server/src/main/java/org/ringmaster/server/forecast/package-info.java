// SPDX-License-Identifier: Apache-2.0
/**
 * Owns forecasts of campaigns as they are made: what is known of the campaign now, how far the
 * forecast is, what came of it. Never dials, and never keeps anybody else waiting.
 */
@NullMarked
package org.ringmaster.server.forecast;

import org.jspecify.annotations.NullMarked;
