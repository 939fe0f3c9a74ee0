// SPDX-License-Identifier: Apache-2.0
/**
 * Owns what is foreseen of a campaign: it is lived through again and again on a virtual clock, each
 * time with other people and other answers to what is not known. Uses the campaign's own pacer;
 * knows no kernel, no legs, no Asterisk.
 */
@NullMarked
package org.ringmaster.simulation.forecast;

import org.jspecify.annotations.NullMarked;
