// SPDX-License-Identifier: Apache-2.0
/**
 * Owns what agents do on their page: being there, notes, dispositions, flagged moments. Never
 * decides who gets a caller: it only pauses an agent whose page has gone silent.
 */
@NullMarked
package org.ringmaster.core.desk;

import org.jspecify.annotations.NullMarked;
