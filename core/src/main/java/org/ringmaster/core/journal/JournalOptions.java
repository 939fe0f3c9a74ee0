// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.journal;

import java.nio.file.Path;

/**
 * Where and how a journal is kept.
 *
 * @param folder its folder; made when it is not there
 * @param cell the cell whose facts these are, 1 to 99; a journal of another cell is refused
 * @param segmentBytes size of a segment
 * @param noOutboundBelowBytes below so much room no new outbound work may begin
 * @param noInboundBelowBytes below so much room no new inbound work may begin either
 * @param disk the disk
 */
public record JournalOptions(
    Path folder,
    int cell,
    long segmentBytes,
    long noOutboundBelowBytes,
    long noInboundBelowBytes,
    Disk disk) {

  /** The largest payload of a frame, if the segment is large enough for it. */
  public static final int MAX_PAYLOAD_BYTES = 1 << 20;

  private static final long SEGMENT_BYTES = 32L << 20;

  /** Checks sizes. */
  public JournalOptions {
    if (segmentBytes < 1024 || segmentBytes > 1L << 30) {
      throw new IllegalArgumentException("a segment has between 1 KiB and 1 GiB");
    }
    if (noInboundBelowBytes > noOutboundBelowBytes) {
      throw new IllegalArgumentException("outbound work has to stop before inbound work does");
    }
  }

  /** What suits most: segments of 32 MiB, outbound work stops below 16 of them, inbound below 8. */
  public static JournalOptions in(Path folder, int cell) {
    return new JournalOptions(
        folder, cell, SEGMENT_BYTES, 16 * SEGMENT_BYTES, 8 * SEGMENT_BYTES, Disk.real());
  }

  /** The same with segments of another size; the room to keep stays. */
  public JournalOptions withSegmentBytes(long bytes) {
    return new JournalOptions(folder, cell, bytes, noOutboundBelowBytes, noInboundBelowBytes, disk);
  }

  /** The same with another room to keep. */
  public JournalOptions withRoom(long outboundBelowBytes, long inboundBelowBytes) {
    return new JournalOptions(
        folder, cell, segmentBytes, outboundBelowBytes, inboundBelowBytes, disk);
  }

  /** The same on another disk. */
  public JournalOptions withDisk(Disk other) {
    return new JournalOptions(
        folder, cell, segmentBytes, noOutboundBelowBytes, noInboundBelowBytes, other);
  }

  int maxPayloadBytes() {
    return (int)
        Math.min(MAX_PAYLOAD_BYTES, segmentBytes - SegmentHeader.BYTES - Frame.HEADER_BYTES);
  }
}
