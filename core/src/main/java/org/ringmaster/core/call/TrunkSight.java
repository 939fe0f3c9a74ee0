// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

/**
 * What a trunk's node has told of it.
 *
 * @param reach whether its carrier answers
 * @param registration whether its carrier knows us
 */
public record TrunkSight(TrunkId trunk, Reach reach, Registration registration) {

  /** Of a trunk of which nothing was told. */
  public static TrunkSight none(TrunkId trunk) {
    return new TrunkSight(trunk, Reach.UNKNOWN, Registration.NONE);
  }
}
