// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.engine;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.ringmaster.core.codec.FactCodec;

/**
 * The hashes of a snapshot's records, computed on a thread of their own while others restore them.
 * A state gives back most records as the very objects that were restored; those need not be hashed
 * again to know the state's hash, and every other one is.
 */
final class EntityHashes {
  private final List<Record> entities;
  private final FactCodec codec;
  private final CompletableFuture<long[]> hashes;

  private EntityHashes(List<Record> entities, FactCodec codec) {
    this.entities = entities;
    this.codec = codec;
    hashes = CompletableFuture.supplyAsync(this::hashed, Tail::helper);
  }

  /** Begins to hash them. */
  static EntityHashes begin(List<Record> entities, FactCodec codec) {
    return new EntityHashes(entities, codec);
  }

  private long[] hashed() {
    long[] each = new long[entities.size()];
    for (int i = 0; i < each.length; i++) {
      each[i] = codec.hash(entities.get(i));
    }
    return each;
  }

  /** The same number as {@link Centre#hash} gives. */
  long of(Centre centre) {
    long[] known = joined();
    StateHash hash = new StateHash(codec);
    centre.snapshot(
        entity -> {
          int at = hash.count();
          if (at < known.length && isTheVery(entities.get(at), entity)) {
            hash.add(known[at]);
          } else {
            hash.accept(entity);
          }
        });
    return hash.value();
  }

  /** Its content never changes; one that only equals it may differ in what is not compared. */
  @SuppressWarnings("ReferenceEquality")
  private static boolean isTheVery(Record restored, Record given) {
    return restored == given;
  }

  private long[] joined() {
    try {
      return hashes.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException why ? why : e;
    }
  }
}
