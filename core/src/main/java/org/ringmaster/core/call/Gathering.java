// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

import org.ringmaster.core.kernel.Personal;

/** Digits being gathered from a leg. */
record Gathering(LegId leg, Gather gather, long begunSequence, Personal digits) {

  Gathering with(Personal digit) {
    return new Gathering(leg, gather, begunSequence, new Personal(digits.text() + digit.text()));
  }
}
