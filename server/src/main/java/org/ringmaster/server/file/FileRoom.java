// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.file;

import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.engine.Inlet;
import org.ringmaster.core.engine.Outlet;
import org.ringmaster.core.file.FileInput;
import org.ringmaster.core.kernel.Command;

/** All that handles recorded files: their folder, what fetches them, what deletes them. */
public final class FileRoom implements Outlet, AutoCloseable {

  private final RecordedFiles files;
  private final Function<NodeId, FileFetcher.@Nullable Place> places;
  private volatile @Nullable FileFetcher fetcher;
  private volatile @Nullable FileSweep sweep;

  /** Nothing is begun yet. */
  public FileRoom(Path folder, Function<NodeId, FileFetcher.@Nullable Place> places) {
    this.files = new RecordedFiles(folder);
    this.places = places;
  }

  /**
   * Makes what works here; before any command comes.
   *
   * @param clockMicros the platform's clock, epoch microseconds
   * @param wallMicros the machine's
   */
  public void meets(Inlet inlet, LongSupplier clockMicros, LongSupplier wallMicros) {
    fetcher =
        new FileFetcher(
            files, places, (FileInput told) -> inlet.offer(told, clockMicros.getAsLong()));
    sweep = new FileSweep(files, inlet, wallMicros);
  }

  /** Begins to delete what has expired. */
  public void start() {
    FileSweep made = sweep;
    if (made != null) {
      made.start();
    }
  }

  /** The kept files. */
  public RecordedFiles files() {
    return files;
  }

  /** Why files are not fetched, as a sentence; empty while all is well. */
  public String failure() {
    FileFetcher made = fetcher;
    return made == null ? "" : made.failure();
  }

  /** What deletes files. */
  public FileSweep sweep() {
    return Objects.requireNonNull(sweep, "not begun yet");
  }

  @Override
  public boolean publish(Command command) {
    FileFetcher made = fetcher;
    return made != null && made.publish(command);
  }

  @Override
  public void close() {
    FileSweep sweeping = sweep;
    FileFetcher fetching = fetcher;
    if (sweeping != null) {
      sweeping.close();
    }
    if (fetching != null) {
      fetching.close();
    }
  }
}
