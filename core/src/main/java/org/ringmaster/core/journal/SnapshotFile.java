// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.journal;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;
import org.ringmaster.core.codec.EncodeMode;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.crash.CrashPoint;
import org.ringmaster.core.crash.CrashPoints;

/**
 * One snapshot on disk: the common header (first sequence is the snapshot's, the free word the hash
 * of the state), a frame for each entity numbered from 1, and an empty last frame (a single zero
 * byte) that says that it is whole. Entities: field 1 the short name, field 2 the record.
 */
final class SnapshotFile {
  private static final int NAME = SnapshotEntities.NAME;
  private static final int BODY = SnapshotEntities.BODY;
  private static final int BODY_TAG = BODY << 3 | WireFormat.WIRETYPE_LENGTH_DELIMITED;

  /** No record begins so: it is the last frame's, which perhaps holds the schema's fingerprint. */
  private static final byte END = 0;

  private static final int END_BYTES = 1 + Long.BYTES;

  private SnapshotFile() {}

  static void write(FileChannel channel, int cell, Snapshot snapshot, FactCodec codec)
      throws IOException {
    SegmentHeader header =
        new SegmentHeader(SegmentKind.SNAPSHOT, snapshot.sequence(), cell, snapshot.stateHash());
    FileBytes.write(channel, header.encode(), 0);
    CrashPoints.reach(CrashPoint.SNAPSHOT_PART_WRITTEN);
    ByteBuffer buffer =
        ByteBuffer.allocateDirect(JournalOptions.MAX_PAYLOAD_BYTES + Frame.HEADER_BYTES);
    Path unnamed = Path.of("snapshot");
    SegmentWriter writer =
        new SegmentWriter(unnamed, channel, buffer, SegmentHeader.BYTES, Long.MAX_VALUE);
    long number = 0;
    for (Record entity : snapshot.entities()) {
      writer.append(++number, 0, ByteBuffer.wrap(encode(entity, codec)));
    }
    ByteBuffer end = ByteBuffer.allocate(END_BYTES).put(END).putLong(snapshot.schema()).flip();
    writer.append(number + 1, 0, end);
    writer.write();
    CrashPoints.reach(CrashPoint.SNAPSHOT_WRITTEN);
    channel.force(true);
  }

  /** Reads a snapshot whole, or says what is wrong with it. */
  static Snapshot read(Path file, FactCodec codec) throws IOException {
    SegmentHeader header;
    byte[] bytes;
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      header = SegmentHeader.read(file, channel, SegmentKind.SNAPSHOT);
      bytes = Files.readAllBytes(file);
    }
    // First all of it is looked at: nothing is decoded of what is damaged or not whole.
    SnapshotEntities entities = new SnapshotEntities(bytes);
    ByteBuffer all = ByteBuffer.wrap(bytes);
    CRC32C crc = new CRC32C();
    int at = SegmentHeader.BYTES;
    while (Frame.whole(all, at, crc) && Frame.sequence(all, at) == entities.count() + 1) {
      int length = Frame.length(all, at);
      int start = at + Frame.HEADER_BYTES;
      at = start + length;
      if (length > 0 && all.get(start) == END) {
        long schema = length < END_BYTES ? 0 : all.getLong(start + 1);
        return new Snapshot(header.firstSequence(), header.word(), entities.decoded(codec), schema);
      }
      entities.add(start);
    }
    throw new JournalException(file + " at byte " + at + ": the snapshot is damaged or not whole");
  }

  private static byte[] encode(Record entity, FactCodec codec) throws IOException {
    String name = codec.nameOf(entity);
    int body = codec.size(entity, EncodeMode.FULL);
    int size =
        CodedOutputStream.computeStringSize(NAME, name)
            + CodedOutputStream.computeUInt32SizeNoTag(BODY_TAG)
            + CodedOutputStream.computeUInt32SizeNoTag(body)
            + body;
    byte[] bytes = new byte[size];
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    out.writeString(NAME, name);
    out.writeUInt32NoTag(BODY_TAG);
    out.writeUInt32NoTag(body);
    codec.write(entity, EncodeMode.FULL, out);
    return bytes;
  }
}
