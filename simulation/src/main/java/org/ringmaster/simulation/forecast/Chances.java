// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.forecast;

import org.ringmaster.simulation.draw.Distribution;

/**
 * How people answer and how agents work, in all that a day is made of. A forecast draws one for
 * each run, because nobody knows it. Lasting things are drawn in seconds, shares are 0 to 1.
 *
 * @param answer the share of calls that somebody answers, for each hour of the day
 * @param tries by what it is multiplied at a lead's first, second, third and later tries
 * @param answerSpread by how much days differ in it: the deviation of the logarithm
 * @param busy of those that nobody answers, the share that is busy
 * @param unreachable of those, the share that is dead
 * @param congested of those, the share for which the network has no way
 * @param answerRing until somebody answers
 * @param otherRing until busy or dead is told
 * @param talk how long people talk
 * @param talkSpread by how much days differ in it
 * @param wrapUp how long agents wrap up
 * @param machines what of those who answer is taken for machines and given up
 * @param absent how many of the agents who are planned do not come on a day
 * @param pause how much of their time they are in a pause
 */
public record Chances(
    double[] answer,
    double[] tries,
    double answerSpread,
    double busy,
    double unreachable,
    double congested,
    Distribution answerRing,
    Distribution otherRing,
    Distribution talk,
    double talkSpread,
    Distribution wrapUp,
    Machines machines,
    double absent,
    double pause) {}
