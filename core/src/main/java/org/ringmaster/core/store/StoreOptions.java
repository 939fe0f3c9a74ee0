// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.store;

import java.util.List;
import org.ringmaster.core.codec.FactCodec;

/**
 * What a journey store is made of.
 *
 * @param address the PostgreSQL
 * @param cell the cell whose facts are written, 1 to 99; the first column of every key
 * @param codec of all facts that may come
 * @param projections of all modules, each once
 * @param migrations where on the class path the modules' migrations lie, core's {@link
 *     #CORE_MIGRATIONS} first; each folder is counted for itself
 * @param factsKeepMillis how long before the newest fact a day of the table of facts may have ended
 *     before it is dropped; 0 keeps all for ever
 */
public record StoreOptions(
    StoreAddress address,
    int cell,
    FactCodec codec,
    List<Projection> projections,
    List<String> migrations,
    long factsKeepMillis) {

  /** Core's own migrations. */
  public static final String CORE_MIGRATIONS = "classpath:db/migration/core";

  /** A store of the core's facts alone. */
  public static StoreOptions ofCore(StoreAddress address, int cell, FactCodec codec) {
    return new StoreOptions(
        address, cell, codec, CoreProjections.all(), List.of(CORE_MIGRATIONS), 0);
  }

  /** The same, keeping facts for so long only. */
  public StoreOptions keepingFacts(long millis) {
    return new StoreOptions(address, cell, codec, projections, migrations, millis);
  }
}
