// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.list;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where the leads of lists are kept, by the hash of what is kept. Used by any thread. Whoever loads
 * a list has its segment open before the kernel hears of it, so that the kernel never waits for a
 * disk; only while a journal is read back may an answer take as long as reading the file does.
 */
public interface LeadSegments {

  /** Whether leads are at hand without reading a disk. */
  boolean isOpen(String sha256);

  /**
   * The leads of a segment.
   *
   * @param sha256 of the segment, hexadecimal
   * @throws IllegalStateException where it is not there or damaged: says which and what to do
   */
  Leads of(String sha256);

  /** Segments that live in memory only, for simulations and tests. */
  static LeadSegments of(Map<String, Leads> segments) {
    Map<String, Leads> kept = new LinkedHashMap<>(segments);
    return new LeadSegments() {
      @Override
      public boolean isOpen(String sha256) {
        return kept.containsKey(sha256);
      }

      @Override
      public Leads of(String sha256) {
        Leads leads = kept.get(sha256);
        if (leads == null) {
          throw new IllegalStateException("no segment " + sha256);
        }
        return leads;
      }
    };
  }
}
