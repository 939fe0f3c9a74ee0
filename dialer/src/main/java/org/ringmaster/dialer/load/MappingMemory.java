// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Remembers what people said about the columns of a file, by its header: the next file with the
 * same header is read the same way. Used by any thread.
 */
public final class MappingMemory {

  private final Path folder;

  /** A memory in a folder, which is made at first use. */
  public MappingMemory(Path folder) {
    this.folder = folder;
  }

  /** The guess, with what is remembered of files with this header. */
  public ListMapping recall(ListMapping guess) throws IOException {
    Path file = file(guess);
    if (!guess.header() || !Files.isRegularFile(file)) {
      return guess;
    }
    List<String> lines = Files.readAllLines(file);
    List<MappedColumn> columns = new ArrayList<>();
    if (lines.size() != guess.columns().size()) {
      return guess;
    }
    for (int i = 0; i < lines.size(); i++) {
      String[] words = lines.get(i).split(" ", -1);
      columns.add(
          new MappedColumn(
              guess.columns().get(i).name(), use(words[0]), Integer.parseInt(words[1])));
    }
    return guess.withColumns(columns);
  }

  /** A word that a later version has written says at least that the column is kept. */
  private static ColumnUse use(String word) {
    for (ColumnUse use : ColumnUse.values()) {
      if (use.name().equals(word)) {
        return use;
      }
    }
    return ColumnUse.FIELD;
  }

  /** Remembers how a file was read; one without a header leaves nothing to know it by. */
  public void remember(ListMapping mapping) throws IOException {
    if (!mapping.header()) {
      return;
    }
    Files.createDirectories(folder);
    List<String> lines =
        mapping.columns().stream().map(column -> column.use() + " " + column.order()).toList();
    Path unfinished = Files.createTempFile(folder, "mapping", LeadFolder.UNFINISHED);
    Files.write(unfinished, lines);
    Files.move(
        unfinished,
        file(mapping),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  private Path file(ListMapping mapping) {
    String header = String.join("\n", mapping.columns().stream().map(MappedColumn::name).toList());
    byte[] hash = SegmentSink.sha256().digest(header.getBytes(StandardCharsets.UTF_8));
    return folder.resolve(HexFormat.of().formatHex(hash) + ".mapping");
  }
}
