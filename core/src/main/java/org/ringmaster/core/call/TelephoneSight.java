// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

/**
 * What a telephone's node has told of it.
 *
 * @param reach whether it can be rung
 * @param engagedMicros since when it is known to be in a call that is none of ours, epoch
 *     microseconds; 0 where it is in none
 */
public record TelephoneSight(TelephoneId telephone, Reach reach, long engagedMicros) {

  /** Nothing was told. */
  static TelephoneSight none(TelephoneId telephone) {
    return new TelephoneSight(telephone, Reach.UNKNOWN, 0);
  }

  TelephoneSight reach(Reach now) {
    return new TelephoneSight(telephone, now, engagedMicros);
  }

  TelephoneSight engaged(long sinceMicros) {
    return new TelephoneSight(telephone, reach, sinceMicros);
  }

  /** Whether it is in a call that is none of ours. */
  public boolean engaged() {
    return engagedMicros != 0;
  }
}
