// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

/**
 * What a telephone's node has told of it.
 *
 * @param reach whether it can be rung
 */
public record TelephoneSight(TelephoneId telephone, Reach reach) {}
