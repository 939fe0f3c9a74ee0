// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.codec;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.engine.Centre;

class CoreSchemaTest {
  @Test
  void journalsOfEarlierVersionsCanStillBeRead() {
    SchemaPage.check(Path.of("../docs/reference/schema/core.schema"), Centre.names().build());
  }

  @Test
  void whatReadsAndWritesEveryTypeCanBeMadeReady() {
    FactCodec codec = FactCodec.of(Centre.names().build());
    assertDoesNotThrow(codec::prepare);
  }
}
