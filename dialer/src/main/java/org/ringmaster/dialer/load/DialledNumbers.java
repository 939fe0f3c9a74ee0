// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.load;

import org.jspecify.annotations.Nullable;
import org.ringmaster.core.journey.IdentityId;
import org.ringmaster.core.journey.Journeys;
import org.ringmaster.core.kernel.Personal;

/**
 * Numbers that were dialled, 11 to 27 bytes each. They are known by 64 bits of their digest, as the
 * store does not know the numbers themselves: should two share them, both count as dialled. Filled
 * by one thread, then read by any.
 */
public final class DialledNumbers {

  private static final long HASH_START = 0xcbf29ce484222325L;
  private static final long HASH_PRIME = 0x100000001b3L;

  private final NumberSet keys = new NumberSet();

  /** Whose number was dialled. */
  public void add(String identity) {
    keys.add(key(identity));
  }

  /** How many there are. */
  public int size() {
    return keys.size();
  }

  /**
   * Whether a number was dialled.
   *
   * @param number E.164 without the plus
   */
  public boolean has(long number) {
    @Nullable IdentityId identity = Journeys.telephone(new Personal("+" + number));
    return identity != null && keys.has(key(identity.value()));
  }

  private static long key(String identity) {
    long key = HASH_START;
    for (int i = 0; i < identity.length(); i++) {
      key = (key ^ identity.charAt(i)) * HASH_PRIME;
    }
    return key == 0 ? 1 : key;
  }
}
