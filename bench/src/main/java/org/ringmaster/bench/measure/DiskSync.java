// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.measure;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** How long this disk takes to make a small write durable. */
public final class DiskSync {
  private static final int WRITES = 300;
  private static final int BYTES = 512;

  private DiskSync() {}

  /** Writes and fdatasyncs into a preallocated file of a folder, one after the other. */
  public static Map<String, Object> measure(Path folder) throws IOException {
    Path file = Files.createTempFile(folder, "sync", ".probe");
    Histogram nanos = new Histogram(3);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.allocate(WRITES * BYTES), 0);
      channel.force(true);
      for (int i = 0; i < WRITES; i++) {
        channel.write(ByteBuffer.allocate(BYTES), (long) i * BYTES);
        long began = System.nanoTime();
        channel.force(false);
        nanos.recordValue(System.nanoTime() - began);
      }
    } finally {
      Files.deleteIfExists(file);
    }
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("p50_us", Rounded.of(nanos.getValueAtPercentile(50) / 1_000.0));
    told.put("p99_us", Rounded.of(nanos.getValueAtPercentile(99) / 1_000.0));
    return told;
  }
}
