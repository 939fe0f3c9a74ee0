// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.cli;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.store.EmbeddedStore;
import org.ringmaster.core.store.StoreAddress;
import org.ringmaster.server.config.Secret;
import org.ringmaster.server.config.StoreSettings;

/**
 * Where a command finds the journey store. The PostgreSQL beside the platform is started where it
 * does not run, and then stopped again at the end.
 */
final class StorePlace implements AutoCloseable {
  private static final String FOLDER = "postgres";

  private final StoreAddress address;
  private final @Nullable EmbeddedStore started;

  private StorePlace(StoreAddress address, @Nullable EmbeddedStore started) {
    this.address = address;
    this.started = started;
  }

  /** Where the PostgreSQL beside the platform keeps its data. */
  static Path folder(Path varFolder) {
    return varFolder.resolve(FOLDER);
  }

  static StorePlace open(StoreSettings settings, Path varFolder) {
    if (settings.embedded()) {
      EmbeddedStore store = EmbeddedStore.start(folder(varFolder));
      return new StorePlace(store.address(), store.wasRunning() ? null : store);
    }
    Secret secret = settings.secret();
    return new StorePlace(
        new StoreAddress(
            Objects.requireNonNull(settings.url()),
            Objects.requireNonNullElse(settings.user(), ""),
            secret == null ? "" : secret.reveal()),
        null);
  }

  StoreAddress address() {
    return address;
  }

  @Override
  public void close() {
    if (started != null) {
      started.stop();
    }
  }
}
