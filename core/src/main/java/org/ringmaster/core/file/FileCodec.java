// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.file;

import org.ringmaster.core.codec.CodecRegistry;

/**
 * The stable short names of this package's records in journals and snapshots. Names never change.
 */
public final class FileCodec {

  private FileCodec() {}

  /** All names of this package. */
  public static CodecRegistry registry() {
    return CodecRegistry.builder()
        .add("fact.file.wanted", FileFact.Wanted.class)
        .add("fact.file.fetch-failed", FileFact.FetchFailed.class)
        .add("fact.file.kept", FileFact.Kept.class)
        .add("fact.file.not-there", FileFact.NotThere.class)
        .add("fact.file.used", FileFact.Used.class)
        .add("fact.file.deleted", FileFact.Deleted.class)
        .add("input.file.fetched", FileInput.Fetched.class)
        .add("input.file.fetch-failed", FileInput.FetchFailed.class)
        .add("input.file.not-there", FileInput.NotThere.class)
        .add("input.file.fetch-due", FileInput.FetchDue.class)
        .add("input.file.use", FileInput.Use.class)
        .add("input.file.delete", FileInput.Delete.class)
        .add("state.file.wanted", WantedFile.class)
        .build();
  }
}
