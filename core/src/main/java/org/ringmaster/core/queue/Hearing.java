// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.queue;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.announcement.Announcing;
import org.ringmaster.core.announcement.Wording;
import org.ringmaster.core.call.Language;
import org.ringmaster.core.call.Prompt;

/**
 * What is heard in a queue beside its music, and what may be pressed.
 *
 * @param language in which callers are spoken to
 * @param whisper what an agent hears before the caller does hear them; none: they are joined at
 *     once
 * @param holdTimeReported whether the agent hears behind it how long the caller has waited
 * @param memberDelayMillis how long an agent who answers hears nothing before all of it, in whole
 *     seconds
 */
public record Hearing(
    Language language,
    Announcing announcing,
    List<WaitKey> keys,
    List<Prompt> whisper,
    boolean holdTimeReported,
    long memberDelayMillis) {

  /** Music and nothing else. */
  public static final Hearing MUSIC =
      new Hearing(Language.EN, Announcing.NOTHING, List.of(), List.of());

  private static final long MILLIS_PER_SECOND = 1_000;

  /** Where agents hear the whisper alone. */
  public Hearing(
      Language language, Announcing announcing, List<WaitKey> keys, List<Prompt> whisper) {
    this(language, announcing, keys, whisper, false, 0);
  }

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

  /**
   * All that an agent who answers hears before the caller does hear them; none: they are joined at
   * once.
   *
   * @param waitedMillis how long the caller has waited until now
   */
  public List<Prompt> beforeTalk(long waitedMillis) {
    List<Prompt> said = new ArrayList<>(Wording.silence(memberDelayMillis / MILLIS_PER_SECOND));
    said.addAll(whisper);
    if (holdTimeReported) {
      said.addAll(Wording.held(language, waitedMillis / MILLIS_PER_SECOND));
    }
    return said;
  }

  /**
   * The language of that: the queue's where words of ours are in it; null for that of the agent's
   * leg, in which a whisper alone is said.
   */
  public @Nullable Language languageBeforeTalk() {
    return holdTimeReported ? language : null;
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
