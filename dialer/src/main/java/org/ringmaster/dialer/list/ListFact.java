// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.list;

import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.kernel.Fact;

/** What has become true of lists. */
public sealed interface ListFact extends Fact {

  /** The list. */
  ListId list();

  /**
   * A list was loaded; its leads are in the segment of that hash.
   *
   * @param campaign whose it is; empty for a do-not-call list that holds for all
   * @param sha256 of the segment, hexadecimal
   * @param sourceSha256 of the file as it came, hexadecimal
   */
  record ListLoaded(
      ListId list,
      ListUse use,
      String campaign,
      String sha256,
      String sourceSha256,
      String fileName,
      int leads,
      ImportLedger ledger,
      Author author)
      implements ListFact {}

  /** A list was taken back before anybody was called from it. */
  record ListUndone(ListId list, Author author) implements ListFact {}

  /** The first call of a list was placed: from now on it cannot be taken back. */
  record FirstCalled(ListId list) implements ListFact {}

  /** The campaign of a list is closed: its leads are needed no more. */
  record ListRetired(ListId list) implements ListFact {}
}
