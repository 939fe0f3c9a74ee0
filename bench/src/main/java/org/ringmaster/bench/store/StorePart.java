// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.store;

/** What the bench {@code store} measures. */
enum StorePart {
  /** Facts a second into the table of facts alone. */
  FACTS,
  /** Facts a second with all tables that are read from them. */
  PROJECTIONS,
  /** From durable in the journal to durable in PostgreSQL, at a steady rate. */
  STEADY
}
