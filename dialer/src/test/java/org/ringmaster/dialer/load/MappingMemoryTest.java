// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappingMemoryTest {

  @TempDir Path folder;

  private static ListMapping guess(String text) {
    return ListGuess.of(text.getBytes(StandardCharsets.UTF_8), "DE").mapping();
  }

  @Test
  void aFileWithTheSameHeaderIsReadAsThePersonSaidLastTime() throws IOException {
    MappingMemory memory = new MappingMemory(folder);
    ListMapping said =
        guess("phone,mobile,who\n030901820,01711234567,Eva\n")
            .mapped("number=mobile,number=phone,name=who");
    memory.remember(said);
    ListMapping next = guess("phone,mobile,who\n030901821,,Al\n");
    assertEquals(List.of(0, 1), next.numbers());
    assertEquals(said.columns(), memory.recall(next).columns());
    ListMapping other = guess("phone,mobile,whom\n030901821,,Al\n");
    assertEquals(other, memory.recall(other));
  }
}
