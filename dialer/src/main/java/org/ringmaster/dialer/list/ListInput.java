// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.list;

import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.kernel.Input;

/** What is asked of lists. */
public sealed interface ListInput extends Input {

  /**
   * A file was read and its segment is on the disk and open: load it.
   *
   * @param campaign whose it is; empty for a do-not-call list that holds for all
   * @param sha256 of the segment, hexadecimal
   * @param sourceSha256 of the file as it came, hexadecimal
   * @param again whether it may be loaded though the same file is loaded already
   */
  record Load(
      ListUse use,
      String campaign,
      String sha256,
      String sourceSha256,
      String fileName,
      int leads,
      ImportLedger ledger,
      boolean again,
      Author author)
      implements ListInput {}

  /** Takes a list back that nobody was called from yet. */
  record Undo(ListId list, Author author) implements ListInput {}
}
