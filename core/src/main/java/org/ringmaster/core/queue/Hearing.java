// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.queue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.announcement.Announcing;
import org.ringmaster.core.call.Language;
import org.ringmaster.core.call.Prompt;

/**
 * What is heard in a queue beside its music, and what may be pressed.
 *
 * @param language in which callers are spoken to
 * @param whisper what an agent hears before the caller does hear them; none: they are joined at
 *     once
 */
public record Hearing(
    Language language, Announcing announcing, List<WaitKey> keys, List<Prompt> whisper) {

  /** Music and nothing else. */
  public static final Hearing MUSIC =
      new Hearing(Language.EN, Announcing.NOTHING, List.of(), List.of());

  /** Takes copies of the lists. */
  public Hearing {
    keys = List.copyOf(keys);
    whisper = List.copyOf(whisper);
  }

  /** The key by which a caller is called back; null where there is none. */
  public @Nullable WaitKey callbackKey() {
    for (WaitKey one : keys) {
      if (one.choice() == WaitChoice.CALLBACK) {
        return one;
      }
    }
    return null;
  }

  /** What a key means here, or null. */
  public @Nullable WaitKey key(String pressed) {
    for (WaitKey one : keys) {
      if (one.key().equals(pressed)) {
        return one;
      }
    }
    return null;
  }
}
