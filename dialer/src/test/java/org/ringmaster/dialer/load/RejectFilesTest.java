// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringmaster.core.journal.Disk;

class RejectFilesTest {

  private static final long LIMIT = 3L << 30;

  @TempDir Path folder;

  private LeadFolder withUsable(long bytes) {
    return new LeadFolder(
        folder,
        new Disk() {
          @Override
          public FileChannel open(Path file, OpenOption... options) throws IOException {
            return FileChannel.open(file, options);
          }

          @Override
          public long usableBytes(Path where) {
            return bytes;
          }
        },
        LIMIT);
  }

  @Test
  void aFormulaBehindASeparatorWithinACellIsDefused() {
    assertEquals("Max;'=cmd|'/C calc'!A0", SheetCell.defused("Max;=cmd|'/C calc'!A0"));
    assertEquals("Max; '@SUM(A1)", SheetCell.defused("Max; @SUM(A1)"));
    assertEquals("a\n'=b", SheetCell.defused("a\n=b"));
    assertEquals("Max;'+1+cmd|' /C'", SheetCell.defused("Max;+1+cmd|' /C'"));
    assertEquals("'=a", SheetCell.defused("=a"));
    assertEquals("'+49+1", SheetCell.defused("+49+1"));
    assertEquals("'+cmd|' /C'!A0", SheetCell.defused("+cmd|' /C'!A0"));
    assertEquals("'-", SheetCell.defused("-"));
  }

  @Test
  void numbersAndTextAreLeftAsTheyStand() {
    for (String cell :
        List.of("1;+49 (30) 90-18;-5", "a=b;c-d", "", "Max;Eva", "+4930901820", "-5")) {
      assertEquals(cell, SheetCell.defused(cell));
    }
  }

  @Test
  void anImportStopsWhereItWouldTakeTheJournalsRoomAndLeavesNothing() throws IOException {
    byte[] bytes = "phone\n030901820\nnone\n".getBytes(StandardCharsets.UTF_8);
    ListMapping mapping = ListGuess.of(bytes, "DE").mapping();
    ListImport made =
        new ListImport(mapping, withUsable(LIMIT + (1L << 30) - 1), KnownNumbers.NONE);
    IOException full =
        assertThrows(IOException.class, () -> made.run(new ByteArrayInputStream(bytes)));
    assertTrue(String.valueOf(full.getMessage()).contains("make room"), full.getMessage());
    try (Stream<Path> left = Files.walk(folder)) {
      assertEquals(List.of(), left.filter(Files::isRegularFile).toList());
    }
    ListImport fits = new ListImport(mapping, withUsable(LIMIT + (2L << 30)), KnownNumbers.NONE);
    assertEquals(1, fits.run(new ByteArrayInputStream(bytes)).ledger().loaded());
  }

  @Test
  void theSameFileReadForTwoHasTwoFoldersOfRejectedRows() {
    LeadFolder leads = new LeadFolder(folder);
    assertTrue(!leads.rejects("spring", "a", "b").equals(leads.rejects("autumn", "a", "b")));
  }
}
