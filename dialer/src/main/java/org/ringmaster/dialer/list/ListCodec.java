// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.list;

import org.ringmaster.core.codec.CodecRegistry;

/**
 * The stable short names of this package's records in journals and snapshots. Names never change.
 */
public final class ListCodec {

  private ListCodec() {}

  /** All names of this package. */
  public static CodecRegistry registry() {
    return CodecRegistry.builder()
        .add("fact.list.loaded", ListFact.ListLoaded.class)
        .add("fact.list.undone", ListFact.ListUndone.class)
        .add("fact.list.first-called", ListFact.FirstCalled.class)
        .add("fact.list.retired", ListFact.ListRetired.class)
        .add("input.list.load", ListInput.Load.class)
        .add("input.list.undo", ListInput.Undo.class)
        .add("state.list.loaded", LoadedList.class)
        .build();
  }
}
