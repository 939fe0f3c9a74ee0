// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.load;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.journal.Disk;
import org.ringmaster.core.journal.JournalOptions;
import org.ringmaster.dialer.list.LeadSegments;
import org.ringmaster.dialer.list.Leads;
import org.ringmaster.dialer.list.RejectKind;

/**
 * The folder of segments, beside the journal. A segment stays in memory as long as somebody has its
 * leads: the books of a loaded list, or whoever is about to load one. Used by any thread.
 */
public final class LeadFolder implements LeadSegments {

  static final String UNFINISHED = ".tmp";
  private static final String SUFFIX = ".leads";
  private static final int MEBI = 20;
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  /** Between what lists may fill and what the journal needs. */
  private static final long SPARE_BYTES = 1L << 30;

  private final Path folder;
  private final Disk disk;
  private final long leastBytes;
  private final Map<String, WeakReference<Leads>> open = new ConcurrentHashMap<>();
  private final Object opening = new Object();

  /** Segments in a folder, which is made at first use. */
  public LeadFolder(Path folder) {
    this(folder, Disk.real(), 0);
  }

  /**
   * Segments in a folder on the journal's disk.
   *
   * @param journalBytes which the journal wants to be left for itself
   */
  public LeadFolder(Path folder, Disk disk, long journalBytes) {
    this.folder = folder;
    this.disk = disk;
    leastBytes = SPARE_BYTES + journalBytes;
  }

  /** The segments that belong to a journal. */
  public static LeadFolder beside(Path journal) {
    return new LeadFolder(journal.toAbsolutePath().resolveSibling("lists"));
  }

  /** The segments that belong to a journal, and leave it room. */
  public static LeadFolder beside(JournalOptions journal) {
    return new LeadFolder(
        journal.folder().toAbsolutePath().resolveSibling("lists"),
        journal.disk(),
        journal.noOutboundBelowBytes());
  }

  /**
   * Makes sure that writing here takes nothing from the journal.
   *
   * @param bytes that are about to be written, where that is known
   * @throws IOException where the disk has too little room: says how much and what to do
   */
  public void checkRoom(long bytes) throws IOException {
    long usable = disk.usableBytes(folder());
    if (usable - bytes < leastBytes) {
      throw new IOException(
          "the disk has "
              + (usable >> MEBI)
              + " MiB left, and lists leave "
              + (leastBytes >> MEBI)
              + " MiB to the journal: make room and send it again");
    }
  }

  /** Where they are; there when this returns. */
  public Path folder() throws IOException {
    return Files.createDirectories(folder);
  }

  Path rejectsFolder() {
    return folder.resolve("rejects");
  }

  /**
   * Where the rejected rows of an import are.
   *
   * @param owner whose import it is: the same file may be read for several, and not all of its rows
   *     are rejected by each
   * @param sourceSha256 of the file as it came
   * @param sha256 of the segment that was made of it; empty where none was
   */
  public Path rejects(String owner, String sourceSha256, String sha256) {
    byte[] hash = SegmentSink.sha256().digest(owner.getBytes(StandardCharsets.UTF_8));
    return rejectsFolder()
        .resolve(
            shortened(sourceSha256)
                + "-"
                + shortened(sha256)
                + "-"
                + shortened(HexFormat.of().formatHex(hash)));
  }

  private static String shortened(String hash) {
    return hash.isEmpty() ? "none" : hash.substring(0, Math.min(hash.length(), 16));
  }

  /** The name of the file of rejected rows of a kind in that folder. */
  public static String rejectsFile(RejectKind kind) {
    return RejectFiles.name(kind);
  }

  /** The name of the file of numbers that were left out in that folder. */
  public static String leftOutFile() {
    return RejectFiles.LEFT_OUT_FILE;
  }

  /** The name of the file of leads whose postal code is not known in that folder. */
  public static String unknownCodesFile() {
    return RejectFiles.UNKNOWN_CODES_FILE;
  }

  static Path path(Path folder, String sha256) {
    if (!HASH.matcher(sha256).matches()) {
      throw new IllegalArgumentException("'" + sha256 + "' is no hash of a segment");
    }
    return folder.resolve(sha256 + SUFFIX);
  }

  /** Deletes what an import left behind that was killed; to be called before any begins. */
  public void forgetUnfinished() throws IOException {
    RejectFiles.forgetUnfinished(rejectsFolder());
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + UNFINISHED)) {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    }
  }

  @Override
  public boolean isOpen(String sha256) {
    return held(sha256) != null;
  }

  private @Nullable Leads held(String sha256) {
    WeakReference<Leads> held = open.get(sha256);
    return held == null ? null : held.get();
  }

  @Override
  public Leads of(String sha256) {
    Leads held = held(sha256);
    if (held != null) {
      return held;
    }
    // One at a time: state and boards ask for the same at recovery, and shall share it.
    synchronized (opening) {
      Leads meanwhile = held(sha256);
      return meanwhile != null ? meanwhile : opened(sha256);
    }
  }

  private Leads opened(String sha256) {
    try {
      Leads opened = SegmentFile.open(path(folder, sha256), sha256);
      open.put(sha256, new WeakReference<>(opened));
      return opened;
    } catch (IOException e) {
      throw new IllegalStateException(
          "the leads of a list cannot be read: "
              + e.getMessage()
              + ". Put segment "
              + sha256
              + " into "
              + folder
              + " from a backup and start again.",
          e);
    }
  }
}
