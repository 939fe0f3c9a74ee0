// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.kernel;

/** A fact with its envelope: what the journal keeps and every reader gets. */
public record RecordedFact(Envelope envelope, Fact fact) {

  /** Dense number of the fact, from 1. */
  public long sequence() {
    return envelope.sequence();
  }
}
