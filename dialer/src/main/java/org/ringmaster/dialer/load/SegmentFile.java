// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.load;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.dialer.list.LeadColumns;
import org.ringmaster.dialer.list.LeadDetails;
import org.ringmaster.dialer.list.LeadField;
import org.ringmaster.dialer.list.Leads;

/**
 * A segment on the disk: checked as a whole when it is opened, its numbers and time zones kept in
 * memory, the rest read when it is asked for. Immutable; used by any thread.
 */
final class SegmentFile {

  private static final int BUFFER_BYTES = 1 << 20;

  private final Path path;
  private final List<MappedColumn> columns = new ArrayList<>();
  private final List<List<ZoneId>> zoneSets = new ArrayList<>();
  private int leads;
  private int slots;
  private long rowsAt;
  private long[] details = {};

  private SegmentFile(Path path) {
    this.path = path;
  }

  /**
   * Opens a segment.
   *
   * @throws IOException where it is not there, or its bytes are not those of this hash
   */
  static Leads open(Path path, String sha256) throws IOException {
    try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
      String is = hash(file);
      if (!is.equals(sha256)) {
        throw new IOException(
            path
                + " is damaged: its bytes have the hash "
                + is
                + ". Put the file back from a backup; the journal names it.");
      }
      return new SegmentFile(path).read(file);
    }
  }

  private static String hash(FileChannel file) throws IOException {
    MessageDigest digest = SegmentSink.sha256();
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
    while (file.read(buffer) >= 0) {
      digest.update(buffer.flip());
      buffer.clear();
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private Leads read(FileChannel file) throws IOException {
    long trailerAt = file.size() - SegmentWriter.TRAILER_BYTES;
    if (trailerAt < SegmentWriter.HEADER_BYTES) {
      throw new IOException(path + " is no segment of leads: it is too short.");
    }
    ByteBuffer header = ByteBuffer.wrap(bytes(file, 0, SegmentWriter.HEADER_BYTES));
    ByteBuffer trailer = ByteBuffer.wrap(bytes(file, trailerAt, SegmentWriter.TRAILER_BYTES));
    long metaAt = trailer.getLong();
    if (header.getLong() != SegmentWriter.MAGIC || trailer.getLong() != SegmentWriter.MAGIC) {
      throw new IOException(path + " is no segment of leads.");
    }
    int version = header.getInt();
    if (version != SegmentWriter.VERSION && version != SegmentWriter.VERSION_OF_PREFIXES) {
      throw new IOException(path + " has version " + version + ", which only a newer one reads.");
    }
    readMeta(bytes(file, metaAt, Math.toIntExact(trailerAt - metaAt)));
    return readRows(file);
  }

  private void readMeta(byte[] bytes) throws IOException {
    DataInputStream meta = new DataInputStream(new ByteArrayInputStream(bytes));
    leads = meta.readInt();
    slots = meta.readByte();
    rowsAt = meta.readLong();
    int columnCount = meta.readShort();
    for (int i = 0; i < columnCount; i++) {
      columns.add(new MappedColumn(meta.readUTF(), ColumnUse.valueOf(meta.readUTF()), 0));
    }
    int sets = meta.readShort();
    for (int i = 0; i < sets; i++) {
      int count = meta.readShort();
      List<ZoneId> zones = new ArrayList<>();
      for (int j = 0; j < count; j++) {
        zones.add(ZoneId.of(meta.readUTF()));
      }
      zoneSets.add(List.copyOf(zones));
    }
  }

  private Leads readRows(FileChannel file) throws IOException {
    int width = SegmentWriter.ROW_FIXED_BYTES + slots * Long.BYTES;
    int atOnce = BUFFER_BYTES / width;
    int[] starts = new int[leads + 1];
    long[] numbers = new long[Math.multiplyExact(leads, slots)];
    short[] zones = new short[leads];
    details = new long[leads + 1];
    details[leads] = rowsAt;
    int next = 0;
    ByteBuffer rows = ByteBuffer.allocate(0);
    for (int lead = 0; lead < leads; lead++) {
      // Rows are read some thousands at once.
      if (lead % atOnce == 0) {
        int count = Math.min(atOnce, leads - lead) * width;
        rows = ByteBuffer.wrap(bytes(file, rowsAt + (long) lead * width, count));
      }
      int filled = rows.get();
      for (int slot = 0; slot < slots; slot++) {
        long number = rows.getLong();
        if (slot < filled) {
          numbers[next] = number;
          next++;
        }
      }
      starts[lead + 1] = next;
      zones[lead] = rows.getShort();
      details[lead] = rows.getLong();
    }
    return new LeadColumns(
        starts,
        next == numbers.length ? numbers : Arrays.copyOf(numbers, next),
        zones,
        zoneSets,
        this::details);
  }

  private LeadDetails details(int lead) {
    long begin = details[lead];
    int length = Math.toIntExact(details[lead + 1] - begin) - Integer.BYTES;
    try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
      byte[] bytes = bytes(file, begin, length + Integer.BYTES);
      CRC32C crc = new CRC32C();
      crc.update(bytes, 0, length);
      if (ByteBuffer.wrap(bytes).getInt(length) != (int) crc.getValue()) {
        throw new IOException("the details of lead " + lead + " do not have their checksum");
      }
      return details(bytes, length);
    } catch (IOException e) {
      throw new IllegalStateException(
          path + " cannot be read: " + e.getMessage() + ". Put it back from a backup.", e);
    }
  }

  private LeadDetails details(byte[] raw, int end) {
    ByteBuffer bytes = ByteBuffer.wrap(raw, 0, end);
    StringBuilder name = new StringBuilder();
    List<LeadField> fields = new ArrayList<>();
    while (bytes.hasRemaining()) {
      MappedColumn column = columns.get(bytes.getShort());
      int length = bytes.getInt();
      String text = new String(raw, bytes.position(), length, StandardCharsets.UTF_8);
      bytes.position(bytes.position() + length);
      if (column.use() == ColumnUse.NAME) {
        name.append(name.isEmpty() ? "" : " ").append(text.strip());
      } else {
        fields.add(new LeadField(column.name(), new Personal(text)));
      }
    }
    @Nullable Personal who = Personal.ofNullable(name.toString());
    return new LeadDetails(who, List.copyOf(fields));
  }

  private static byte[] bytes(FileChannel file, long position, int length) throws IOException {
    byte[] read = new byte[length];
    ByteBuffer bytes = ByteBuffer.wrap(read);
    long at = position;
    while (bytes.hasRemaining()) {
      int count = file.read(bytes, at);
      if (count < 0) {
        throw new EOFException("it ends at " + at);
      }
      at += count;
    }
    return read;
  }
}
