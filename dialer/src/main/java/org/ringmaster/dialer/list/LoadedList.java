// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.list;

import org.ringmaster.core.kernel.Author;

/**
 * A list that is loaded and was not taken back.
 *
 * @param campaign whose it is; empty for a do-not-call list that holds for all
 * @param sha256 of its segment, hexadecimal
 * @param sourceSha256 of the file as it came, hexadecimal
 * @param loadedMicros when it was loaded, epoch microseconds
 * @param called whether anybody was called from it
 * @param retired whether its campaign is closed: its leads are no longer kept in memory
 */
public record LoadedList(
    ListId list,
    ListUse use,
    String campaign,
    String sha256,
    String sourceSha256,
    String fileName,
    int leads,
    ImportLedger ledger,
    Author author,
    long loadedMicros,
    boolean called,
    boolean retired) {

  /** A list that is not retired. */
  public LoadedList(
      ListId list,
      ListUse use,
      String campaign,
      String sha256,
      String sourceSha256,
      String fileName,
      int leads,
      ImportLedger ledger,
      Author author,
      long loadedMicros,
      boolean called) {
    this(
        list,
        use,
        campaign,
        sha256,
        sourceSha256,
        fileName,
        leads,
        ledger,
        author,
        loadedMicros,
        called,
        false);
  }

  LoadedList firstCalled() {
    return with(true, retired);
  }

  LoadedList retire() {
    return with(called, true);
  }

  private LoadedList with(boolean isCalled, boolean isRetired) {
    return new LoadedList(
        list,
        use,
        campaign,
        sha256,
        sourceSha256,
        fileName,
        leads,
        ledger,
        author,
        loadedMicros,
        isCalled,
        isRetired);
  }
}
