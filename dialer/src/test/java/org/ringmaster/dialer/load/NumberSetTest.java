// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NumberSetTest {

  @Test
  void itHasWhatASetOfTheLibraryHas() {
    Random random = new Random(7);
    NumberSet ours = new NumberSet();
    Set<Long> theirs = new HashSet<>();
    for (int i = 0; i < 200_000; i++) {
      long number = 4930_000_0000L + random.nextInt(150_000);
      assertEquals(theirs.contains(number), ours.has(number));
      assertEquals(theirs.add(number), ours.add(number));
    }
    assertEquals(theirs.size(), ours.size());
  }
}
