// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.load;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.ZoneId;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * Writes a segment. Its form, big-endian: magic and version; for each lead its details (for each
 * cell the column, the length and UTF-8) with a CRC32C of them; for each lead one row of fixed
 * width (count of numbers, numbers, place of its time zones, where its details begin); the columns'
 * names and the sets of time zones; where those begin, and the magic again. The file's name is its
 * SHA-256. It is there whole and on the disk, or not at all. For one thread.
 */
final class SegmentWriter implements AutoCloseable {

  static final long MAGIC = 0x524D4C4541445331L; // RMLEADS1
  static final int VERSION = 1;

  /** Numbers below zero are prefixes: who does not know that must not read it. */
  static final int VERSION_OF_PREFIXES = 2;

  static final int HEADER_BYTES = Long.BYTES + Integer.BYTES;
  static final int TRAILER_BYTES = Long.BYTES + Long.BYTES;
  static final int ROW_FIXED_BYTES = 1 + Short.BYTES + Long.BYTES;

  private final Path folder;
  private final List<MappedColumn> columns;
  private final int slots;
  private final Path detailsPath;
  private final Path rowsPath;
  private final SegmentSink out;
  private final SegmentSink rows;
  private final CRC32C crc = new CRC32C();
  private int leads;

  SegmentWriter(Path folder, List<MappedColumn> columns, int slots, boolean prefixes)
      throws IOException {
    this.folder = folder;
    this.columns = columns;
    this.slots = slots;
    detailsPath = Files.createTempFile(folder, "leads", LeadFolder.UNFINISHED);
    rowsPath = Files.createTempFile(folder, "rows", LeadFolder.UNFINISHED);
    out = new SegmentSink(detailsPath);
    rows = new SegmentSink(rowsPath);
    out.writeLong(MAGIC);
    out.writeInt(prefixes ? VERSION_OF_PREFIXES : VERSION);
  }

  /** Adds a lead. */
  void add(long[] numbers, int count, int zones, byte[] details, int detailBytes)
      throws IOException {
    rows.write(count);
    for (int i = 0; i < slots; i++) {
      rows.writeLong(i < count ? numbers[i] : 0);
    }
    rows.writeShort(zones);
    rows.writeLong(out.position());
    out.write(details, 0, detailBytes);
    crc.reset();
    crc.update(details, 0, detailBytes);
    out.writeInt((int) crc.getValue());
    leads++;
  }

  int leads() {
    return leads;
  }

  /** How many bytes more {@link #finish} will write, at least. */
  long bytesToCome() {
    return rows.position();
  }

  /** Finishes the segment and tells its hash. */
  String finish(List<List<ZoneId>> zoneSets) throws IOException {
    long rowsAt = out.position();
    rows.flush();
    rows.close();
    try (InputStream in = Files.newInputStream(rowsPath)) {
      in.transferTo(out);
    }
    long metaAt = out.position();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream meta = new DataOutputStream(bytes);
    meta.writeInt(leads);
    meta.writeByte(slots);
    meta.writeLong(rowsAt);
    meta.writeShort(columns.size());
    for (MappedColumn column : columns) {
      meta.writeUTF(column.name());
      // Read by versions that know no postal codes, too.
      ColumnUse use = column.use() == ColumnUse.POSTALCODE ? ColumnUse.FIELD : column.use();
      meta.writeUTF(use.name());
    }
    meta.writeShort(zoneSets.size());
    for (List<ZoneId> zones : zoneSets) {
      meta.writeShort(zones.size());
      for (ZoneId zone : zones) {
        meta.writeUTF(zone.getId());
      }
    }
    out.write(bytes.toByteArray());
    out.writeLong(metaAt);
    out.writeLong(MAGIC);
    String sha256 = out.synced();
    Files.move(detailsPath, LeadFolder.path(folder, sha256), StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
      names.force(true);
    }
    return sha256;
  }

  @Override
  public void close() throws IOException {
    try (out;
        rows) {
      Files.deleteIfExists(detailsPath);
    } finally {
      Files.deleteIfExists(rowsPath);
    }
  }
}
