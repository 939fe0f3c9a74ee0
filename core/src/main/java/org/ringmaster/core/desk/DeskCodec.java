// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.desk;

import org.ringmaster.core.codec.CodecRegistry;

/**
 * The stable short names of this package's records in journals and snapshots. Names never change.
 */
public final class DeskCodec {

  private DeskCodec() {}

  /** All names of this package. */
  public static CodecRegistry registry() {
    return CodecRegistry.builder()
        .add("fact.desk.page-attends", DeskFact.PageAttends.class)
        .add("fact.desk.page-lost", DeskFact.PageLost.class)
        .add("fact.desk.note-kept", DeskFact.NoteKept.class)
        .add("fact.desk.disposed", DeskFact.Disposed.class)
        .add("fact.desk.moment-flagged", DeskFact.MomentFlagged.class)
        .add("fact.desk.dispositions-configured", DispositionsConfigured.class)
        .add("fact.desk.disposition-defaulted", DeskFact.DispositionDefaulted.class)
        .add("input.desk.dispositions-read", DeskInput.DispositionsRead.class)
        .add("input.desk.sign-in", DeskInput.SignIn.class)
        .add("input.desk.resume", DeskInput.Resume.class)
        .add("input.desk.page-silent", DeskInput.PageSilent.class)
        .add("input.desk.page-heard", DeskInput.PageHeard.class)
        .add("input.desk.keep-note", DeskInput.KeepNote.class)
        .add("input.desk.dispose", DeskInput.Dispose.class)
        .add("input.desk.flag-moment", DeskInput.FlagMoment.class)
        .add("state.desk.dispositions", Dispositions.class)
        .add("state.desk.attending", DeskBooks.Attending.class)
        .add("state.desk.offered", DeskBooks.Offered.class)
        .add("state.desk.work", DeskWork.class)
        .add("state.desk.former", DeskBooks.Former.class)
        .add("state.desk.refusal", DeskBooks.Refusal.class)
        .build();
  }
}
