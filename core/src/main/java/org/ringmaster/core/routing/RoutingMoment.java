// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.routing;

/**
 * What a rule may know beside the candidates.
 *
 * @param lastOrder the place of whom this queue rang last; -1 for nobody yet
 * @param callerOrder the place of whom was rung for this caller last; -1 for nobody yet
 * @param seed a number that is another one for each caller and each try, and the same at each
 *     replay
 */
public record RoutingMoment(int lastOrder, int callerOrder, long seed) {}
