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
    boolean called) {

  LoadedList firstCalled() {
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
        true);
  }
}
