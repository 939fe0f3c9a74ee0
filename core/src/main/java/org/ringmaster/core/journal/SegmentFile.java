// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.journal;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * One segment of a journal as the folder lists it.
 *
 * @param file where it is
 * @param firstSequence the first sequence in it, from its name
 * @param lastSequence the last sequence in it; 0 for the newest segment, which is still being
 *     written
 * @param writtenAtMicros when it was last written to, epoch microseconds
 * @param bytes its size on disk
 */
public record SegmentFile(
    Path file, long firstSequence, long lastSequence, long writtenAtMicros, long bytes) {

  private static final String SUFFIX = ".seg";

  /** Whether it is still being written. */
  public boolean newest() {
    return lastSequence == 0;
  }

  /** The segments of a journal folder, oldest first. A folder that is not there has none. */
  public static List<SegmentFile> list(Path folder) {
    return list(folder, SegmentKind.FACTS);
  }

  static List<SegmentFile> list(Path folder, SegmentKind kind) {
    List<SegmentFile> files = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      return files;
    }
    try (DirectoryStream<Path> names =
        Files.newDirectoryStream(folder, kind.prefix + "-*" + SUFFIX)) {
      for (Path file : names) {
        files.add(seen(file, kind));
      }
    } catch (IOException e) {
      throw new JournalException("cannot list " + folder + ": " + e.getMessage(), e);
    }
    files.sort(Comparator.comparingLong(SegmentFile::firstSequence));
    for (int i = 0; i + 1 < files.size(); i++) {
      SegmentFile f = files.get(i);
      long last = files.get(i + 1).firstSequence() - 1;
      files.set(i, new SegmentFile(f.file, f.firstSequence, last, f.writtenAtMicros, f.bytes));
    }
    return files;
  }

  /** The name of a segment: fixed width, so that names sort as numbers do. */
  static String name(SegmentKind kind, long firstSequence) {
    return String.format(Locale.ROOT, "%s-%019d%s", kind.prefix, firstSequence, SUFFIX);
  }

  private static SegmentFile seen(Path file, SegmentKind kind) throws IOException {
    String name = file.getFileName().toString();
    String digits = name.substring(kind.prefix.length() + 1, name.length() - SUFFIX.length());
    try {
      long written = Files.getLastModifiedTime(file).to(TimeUnit.MICROSECONDS);
      return new SegmentFile(file, Long.parseLong(digits), 0, written, Files.size(file));
    } catch (NumberFormatException e) {
      throw new JournalException(
          file + " has no sequence in its name; move it out of the folder", e);
    }
  }
}
