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
    Author author) {}
