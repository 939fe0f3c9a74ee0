// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.ari;

/** The measurements of the bench {@code ari}. */
enum AriPart {
  ROUND_TRIPS,
  THROUGHPUT,
  ORDER,
  DECODE,
  ANSWERS,
  BREAKDOWN,
  ORIGINATES,
  RECONNECTS
}
