// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.list;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ringmaster.dialer.list.ListUse;
import org.ringmaster.dialer.load.ListGuess;
import org.ringmaster.dialer.load.ListMapping;
import org.ringmaster.dialer.load.MappedColumn;
import org.ringmaster.dialer.load.MappingMemory;

/** How the rows of an import are read. For the thread that imports. */
final class ImportMapping {

  /** What we have written ourselves. */
  static final ListGuess.Given AS_WRITTEN = new ListGuess.Given(StandardCharsets.UTF_8, ',');

  private final MappingMemory memory;
  private final Supplier<@Nullable String> region;

  ImportMapping(MappingMemory memory, Supplier<@Nullable String> region) {
    this.memory = memory;
    this.region = region;
  }

  /** How rows are read whose columns are known, see {@link RowSource}. */
  ListMapping of(ImportPlan plan, List<MappedColumn> columns) {
    return new ListMapping(
        ',',
        StandardCharsets.UTF_8,
        true,
        columns,
        where(plan),
        PlanWords.zone(plan.zone()),
        false);
  }

  private @Nullable String where(ImportPlan plan) {
    return plan.region() == null ? region.get() : plan.region();
  }

  /**
   * How a file is read: as guessed, as remembered, as a person says.
   *
   * @param isSheet whether it is the CSV that a sheet was written as
   * @param knowsCodes whether a table says where postal codes are
   * @throws IllegalArgumentException where something that was said is not understood
   */
  ListMapping of(ImportPlan plan, Path sent, boolean isSheet, boolean knowsCodes)
      throws IOException {
    ListGuess.Given given = isSheet ? AS_WRITTEN : PlanWords.given(plan);
    byte[] head;
    try (InputStream in = Files.newInputStream(sent)) {
      head = in.readNBytes(ListGuess.HEAD_BYTES);
    }
    ListMapping mapping = memory.recall(ListGuess.of(head, where(plan), given).mapping());
    if (!plan.map().isEmpty()) {
      mapping = mapping.mapped(plan.map());
      boolean isDialled = plan.use() == ListUse.DIAL;
      if (isDialled && !knowsCodes && PlanWords.saysPostalCode(plan)) {
        throw new IllegalArgumentException(
            "No table of postal codes is configured: name one under zones.postalcodes, and reload"
                + " the configuration.");
      }
    }
    ZoneId zone =
        plan.use() == ListUse.DO_NOT_CALL ? ZoneId.of("UTC") : PlanWords.zone(plan.zone());
    return mapping.withZone(zone).withZerosLost(plan.zerosLost());
  }
}
