// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.codec;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.engine.Centre;

class CoreSchemaTest {
  @Test
  void journalsOfEarlierVersionsCanStillBeRead() {
    SchemaPage.check(Path.of("../docs/reference/schema/core.schema"), Centre.names().build());
  }
}
