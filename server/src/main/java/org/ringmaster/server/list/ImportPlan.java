// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.list;

import org.jspecify.annotations.Nullable;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.dialer.list.ListUse;

/**
 * What is wanted of a file.
 *
 * @param campaign whose list it becomes; empty for a do-not-call list that holds for all
 * @param region where numbers without + are; null: where the platform is
 * @param map columns as a person says, such as {@code number=phone}; empty: as guessed
 * @param zone where leads are of whom nothing else tells; null: they are rejected
 * @param delimiter between cells; null: guessed
 * @param charset of the file; null: guessed
 * @param sheet of a spreadsheet; null: the first that is shown
 * @param zerosLost whether national numbers are meant to stand without their leading zero
 * @param dryRun whether it is only counted
 * @param again whether it may be loaded though the same file is loaded already
 * @param unique among whom its numbers must be the only ones; for lists that are dialled
 * @param notCalledForDays numbers that any campaign has dialled within so many days are left out; 0
 *     for none
 */
public record ImportPlan(
    ListUse use,
    String campaign,
    String fileName,
    @Nullable String region,
    String map,
    @Nullable String zone,
    @Nullable String delimiter,
    @Nullable String charset,
    @Nullable String sheet,
    boolean zerosLost,
    boolean dryRun,
    boolean again,
    Author author,
    UniqueWithin unique,
    int notCalledForDays) {

  /** So far back it can be asked who was called. */
  public static final int MOST_DAYS = 3_650;

  /** Duplicates are those of the file and of the campaign, whenever anybody was called. */
  public ImportPlan(
      ListUse use,
      String campaign,
      String fileName,
      @Nullable String region,
      String map,
      @Nullable String zone,
      @Nullable String delimiter,
      @Nullable String charset,
      @Nullable String sheet,
      boolean zerosLost,
      boolean dryRun,
      boolean again,
      Author author) {
    this(
        use,
        campaign,
        fileName,
        region,
        map,
        zone,
        delimiter,
        charset,
        sheet,
        zerosLost,
        dryRun,
        again,
        author,
        UniqueWithin.CAMPAIGN,
        0);
  }
}
