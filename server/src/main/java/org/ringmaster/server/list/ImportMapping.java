// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.list;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
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
        ',', StandardCharsets.UTF_8, true, columns, where(plan), zone(plan.zone()), false);
  }

  private @Nullable String where(ImportPlan plan) {
    return plan.region() == null ? region.get() : plan.region();
  }

  private static ListGuess.Given given(ImportPlan plan) {
    return new ListGuess.Given(charset(plan.charset()), delimiter(plan));
  }

  /**
   * How a file is read: as guessed, as remembered, as a person says.
   *
   * @param isSheet whether it is the CSV that a sheet was written as
   * @throws IllegalArgumentException where something that was said is not understood
   */
  ListMapping of(ImportPlan plan, Path sent, boolean isSheet) throws IOException {
    ListGuess.Given given = isSheet ? AS_WRITTEN : given(plan);
    byte[] head;
    try (InputStream in = Files.newInputStream(sent)) {
      head = in.readNBytes(ListGuess.HEAD_BYTES);
    }
    ListMapping mapping = memory.recall(ListGuess.of(head, where(plan), given).mapping());
    if (!plan.map().isEmpty()) {
      mapping = mapping.mapped(plan.map());
    }
    ZoneId zone = plan.use() == ListUse.DO_NOT_CALL ? ZoneId.of("UTC") : zone(plan.zone());
    return mapping.withZone(zone).withZerosLost(plan.zerosLost());
  }

  private static @Nullable ZoneId zone(@Nullable String name) {
    try {
      return name == null ? null : ZoneId.of(name);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "No time zone is called '" + name + "'; they are written like Europe/Berlin.", e);
    }
  }

  private static @Nullable Charset charset(@Nullable String name) {
    try {
      return name == null ? null : Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new IllegalArgumentException(
          "No encoding is called '" + name + "'; they are written like UTF-8 or windows-1252.", e);
    }
  }

  private static @Nullable Character delimiter(ImportPlan plan) {
    String said = plan.delimiter();
    if (said == null) {
      return null;
    }
    String sign = said.equals("tab") || said.equals("\\t") ? "\t" : said;
    boolean fits =
        sign.length() == 1
            && StandardCharsets.US_ASCII.newEncoder().canEncode(sign)
            && "\"\r\n".indexOf(sign.charAt(0)) < 0;
    if (!fits) {
      throw new IllegalArgumentException("A delimiter is one sign such as ; or the word tab.");
    }
    return sign.charAt(0);
  }
}
