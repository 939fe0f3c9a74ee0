// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.ringmaster.core.engine.Centre;

/** Whatever the core journals or snapshots comes back as it was: every record, with any content. */
class RoundTripTest {
  private static final CodecRegistry NAMES = Centre.names().build();
  private static final FactCodec CODEC = FactCodec.of(NAMES);
  private static final int INSTANCES = 50;

  @TestFactory
  Stream<DynamicTest> everyRecordComesBackAsItWas() {
    return NAMES.types().entrySet().stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey(), () -> comesBack(entry.getKey(), entry.getValue())));
  }

  private static void comesBack(String name, Class<? extends Record> type) {
    RandomRecords random = new RandomRecords(name.hashCode());
    for (int i = 0; i < INSTANCES; i++) {
      Record made = random.record(type);
      assertEquals(name, CODEC.nameOf(made));
      Record back = CODEC.decode(name, CODEC.encode(made));
      assertEquals(made, back);
      assertEquals(CODEC.hash(made), CODEC.hash(back));
    }
  }
}
