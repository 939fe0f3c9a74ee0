// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.journal;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.ringmaster.core.codec.FactCodec;

/**
 * The entities of a snapshot whose frames have been found whole, decoded by two threads: whoever
 * asks, and one that helps. A start waits for them, and they may be some hundred thousand.
 */
final class SnapshotEntities {
  static final int NAME = 1;
  static final int BODY = 2;

  /** So many are decoded in a row, and for so few nobody helps. */
  private static final int RUN = 1_024;

  private static final int FIRST_ROOM = 1 << 12;

  private final byte[] bytes;
  private final ByteBuffer all;
  private int[] starts = new int[FIRST_ROOM];
  private int count;

  /** Entities in these bytes. */
  SnapshotEntities(byte[] bytes) {
    this.bytes = bytes;
    this.all = ByteBuffer.wrap(bytes);
  }

  /** The next entity's frame has its payload there. */
  void add(int start) {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, count * 2);
    }
    starts[count++] = start;
  }

  /** How many there are so far. */
  int count() {
    return count;
  }

  /**
   * Decodes all of them, in the order in which they were added.
   *
   * @throws IOException where one ends too early
   * @throws RuntimeException where one is no record that the codec knows
   */
  List<Record> decoded(FactCodec codec) throws IOException {
    Record[] entities = new Record[count];
    AtomicInteger next = new AtomicInteger();
    CompletableFuture<Void> help =
        count <= RUN
            ? CompletableFuture.completedFuture(null)
            : CompletableFuture.runAsync(
                () -> decodeRuns(entities, next, codec), SnapshotEntities::helper);
    try {
      decodeRuns(entities, next, codec);
      help.join();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (CompletionException e) {
      if (e.getCause() instanceof UncheckedIOException io) {
        throw io.getCause();
      }
      throw e.getCause() instanceof RuntimeException why ? why : e;
    }
    return Arrays.asList(entities);
  }

  private static void helper(Runnable work) {
    Thread.ofPlatform().name("snapshot-second").daemon().start(work);
  }

  private void decodeRuns(Record[] entities, AtomicInteger next, FactCodec codec) {
    for (int from = next.getAndAdd(RUN); from < count; from = next.getAndAdd(RUN)) {
      for (int i = from; i < Math.min(count, from + RUN); i++) {
        entities[i] = decode(starts[i], codec);
      }
    }
  }

  private Record decode(int start, FactCodec codec) {
    int length = Frame.length(all, start - Frame.HEADER_BYTES);
    try {
      return decode(CodedInputStream.newInstance(bytes, start, length), codec);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Record decode(CodedInputStream in, FactCodec codec) throws IOException {
    String name = "";
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (WireFormat.getTagFieldNumber(tag)) {
        case NAME -> name = in.readString();
        case BODY -> {
          return codec.readNested(name, in);
        }
        default -> in.skipField(tag);
      }
    }
    throw new JournalException("an entity named '" + name + "' has no content");
  }
}
