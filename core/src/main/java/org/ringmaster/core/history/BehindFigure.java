// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.history;

import java.util.List;

/**
 * What a figure is made of.
 *
 * @param count how many parts it has in all
 * @param sum of all parts' amounts: the figure itself
 * @param lines the parts of the page that was asked for, oldest first
 */
public record BehindFigure(long count, long sum, List<BehindLine> lines) {}
