// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.file;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.RecordingId;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.EpochBegan;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Fold;

/**
 * The files that lie on nodes and are not kept here yet: the fold behind {@link FileKeeping}. Kept
 * ones are in the store and on the disk, and would be too many for here.
 */
public final class FileBooks implements Fold {

  private final Map<RecordingId, WantedFile> wanted = new LinkedHashMap<>();

  /** All that are not kept yet, oldest first. */
  public Collection<WantedFile> wanted() {
    return wanted.values();
  }

  /** A file that is not kept yet, or null. */
  public @Nullable WantedFile wanted(RecordingId file) {
    return wanted.get(file);
  }

  @Override
  public void apply(Fact fact, Envelope envelope) {
    switch (fact) {
      case FileFact.Wanted f ->
          wanted.put(
              f.file(),
              new WantedFile(f.file(), f.node(), f.call(), f.expiresMicros(), 0, 0, 0, 0));
      case FileFact.FetchFailed f ->
          wanted.computeIfPresent(
              f.file(),
              (id, file) ->
                  f.absent()
                      ? file.absent(f.tries(), envelope.occurredAtMicros())
                      : file.failed(f.tries()));
      case CallFact.NodeConnected f ->
          wanted.replaceAll(
              (id, file) -> file.node().equals(f.node()) ? file.connectedAnew() : file);
      case EpochBegan f -> wanted.replaceAll((id, file) -> file.connectedAnew());
      case FileFact.Kept f -> wanted.remove(f.file());
      case FileFact.NotThere f -> wanted.remove(f.file());
      default -> {}
    }
  }

  @Override
  public void snapshot(Consumer<Record> out) {
    wanted.values().forEach(out);
  }

  @Override
  public void restore(Record entity) {
    if (entity instanceof WantedFile it) {
      wanted.put(it.file(), it);
    }
  }
}
