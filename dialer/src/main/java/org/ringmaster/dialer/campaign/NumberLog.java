// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.ringmaster.core.journey.IdentityId;

/**
 * When something happened to each of very many numbers, as columns: some 30 bytes for each time, so
 * that millions can be remembered for weeks. A number is known by 64 bits of its digest: should two
 * ever share them, both are called less. Owned by the thread that folds.
 */
final class NumberLog {

  private static final int LEAST = 16;
  private static final int CHUNK = 512;
  private static final long HASH_START = 0xcbf29ce484222325L;
  private static final long HASH_PRIME = 0x100000001b3L;
  private static final long SPREAD = 0x9e3779b97f4a7c15L;
  private static final int HALF = 32;

  /** A ring of times in their order; how far back the time before of the same number is. */
  private long[] keys = new long[LEAST];

  private long[] times = new long[LEAST];
  private int[] back = new int[LEAST];

  /** Where in the ring the last time of each number is, and one; 0 for free. */
  private int[] heads = new int[2 * LEAST];

  /** Counted over all that ever were. */
  private long first;

  private long next;

  boolean isEmpty() {
    return first == next;
  }

  int size() {
    return (int) (next - first);
  }

  /** It happened to a number; later than all before. */
  void add(IdentityId identity, long atMicros) {
    add(key(identity), atMicros);
  }

  private void add(long key, long atMicros) {
    if (size() == keys.length) {
      grow();
    }
    int place = place(next);
    int head = head(key);
    back[place] = heads[head] == 0 ? 0 : (int) (next - sequence(heads[head] - 1));
    keys[place] = key;
    times[place] = atMicros;
    heads[head] = place + 1;
    next++;
  }

  /** What was until then is forgotten. */
  void forget(long untilMicros) {
    while (first < next && times[place(first)] <= untilMicros) {
      int place = place(first);
      int head = head(keys[place]);
      if (heads[head] == place + 1) {
        free(head);
      }
      first++;
    }
  }

  /** All that is remembered is forgotten. */
  void clear() {
    if (next > 0) {
      keys = new long[LEAST];
      times = new long[LEAST];
      back = new int[LEAST];
      heads = new int[2 * LEAST];
      first = 0;
      next = 0;
    }
  }

  /** When it last happened to a number, epoch microseconds; 0 for never. */
  long last(IdentityId identity) {
    int head = heads[head(key(identity))];
    return head == 0 ? 0 : times[head - 1];
  }

  /** When it happened to any of some numbers after an instant; oldest first. */
  long[] after(Collection<IdentityId> numbers, long sinceMicros) {
    long[] found = new long[0];
    for (IdentityId number : numbers) {
      found = with(found, key(number), sinceMicros);
    }
    Arrays.sort(found);
    return found;
  }

  private long[] with(long[] found, long key, long sinceMicros) {
    int many = 0;
    for (long one = lastOf(key); isAfter(one, sinceMicros); one = before(one)) {
      many++;
    }
    if (many == 0) {
      return found;
    }
    long[] more = Arrays.copyOf(found, found.length + many);
    int at = found.length;
    for (long one = lastOf(key); isAfter(one, sinceMicros); one = before(one)) {
      more[at] = times[place(one)];
      at++;
    }
    return more;
  }

  private boolean isAfter(long sequence, long sinceMicros) {
    return sequence >= first && times[place(sequence)] > sinceMicros;
  }

  private long lastOf(long key) {
    int head = heads[head(key)];
    return head == 0 ? -1 : sequence(head - 1);
  }

  private long before(long sequence) {
    int far = back[place(sequence)];
    return far == 0 ? -1 : sequence - far;
  }

  private int place(long sequence) {
    return (int) (sequence & (keys.length - 1));
  }

  private long sequence(int place) {
    long last = next - 1;
    return last - ((last - place) & (keys.length - 1));
  }

  /** Where the last time of a number stands, or would. */
  private int head(long key) {
    int at = wanted(key);
    while (heads[at] != 0 && keys[heads[at] - 1] != key) {
      at = (at + 1) & (heads.length - 1);
    }
    return at;
  }

  private int wanted(long key) {
    long spread = key * SPREAD;
    return (int) (spread ^ (spread >>> HALF)) & (heads.length - 1);
  }

  /** Frees a place; those that had to stand behind it move up. */
  private void free(int head) {
    int gap = head;
    int at = (head + 1) & (heads.length - 1);
    while (heads[at] != 0) {
      int far = (at - wanted(keys[heads[at] - 1])) & (heads.length - 1);
      if (far >= ((at - gap) & (heads.length - 1))) {
        heads[gap] = heads[at];
        gap = at;
      }
      at = (at + 1) & (heads.length - 1);
    }
    heads[gap] = 0;
  }

  private void grow() {
    long[] oldKeys = keys;
    long[] oldTimes = times;
    long oldFirst = first;
    int many = size();
    keys = new long[2 * oldKeys.length];
    times = new long[2 * oldKeys.length];
    back = new int[2 * oldKeys.length];
    heads = new int[4 * oldKeys.length];
    first = 0;
    next = 0;
    for (int i = 0; i < many; i++) {
      int old = (int) ((oldFirst + i) & (oldKeys.length - 1));
      add(oldKeys[old], oldTimes[old]);
    }
  }

  private static long key(IdentityId identity) {
    long key = HASH_START;
    String text = identity.value();
    for (int i = 0; i < text.length(); i++) {
      key = (key ^ text.charAt(i)) * HASH_PRIME;
    }
    return key;
  }

  /** In chunks of two numbers for each time, oldest first. */
  List<List<Long>> save() {
    List<List<Long>> chunks = new ArrayList<>();
    for (long from = first; from < next; from += CHUNK) {
      List<Long> chunk = new ArrayList<>();
      for (long one = from; one < StrictMath.min(next, from + CHUNK); one++) {
        chunk.add(keys[place(one)]);
        chunk.add(times[place(one)]);
      }
      chunks.add(chunk);
    }
    return chunks;
  }

  /** Takes a chunk back, in the order in which they were saved. */
  void restore(List<Long> chunk) {
    for (int i = 0; i < chunk.size(); i += 2) {
      add(chunk.get(i), chunk.get(i + 1));
    }
  }
}
