// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.dialer.list.Leads;

class SegmentFileTest {

  @TempDir Path folder;

  private String segment() throws IOException {
    return ImportedFile.of(
            folder, "phone,mobile,name\n030901820,01711234567,Eva\n030901821,,Jörg\n")
        .result
        .sha256();
  }

  @Test
  void aSegmentIsReadBackAsItWasWritten() throws IOException {
    Leads leads = new LeadFolder(folder).of(segment());
    assertEquals(2, leads.size());
    assertEquals(491711234567L, leads.number(0, 1));
    assertEquals(4930901821L, leads.number(1, 0));
    assertEquals(ImportedFile.berlin(), leads.zones(1).getFirst());
    assertEquals(new Personal("Jörg"), leads.details(1).name());
    assertThrows(IndexOutOfBoundsException.class, () -> leads.number(1, 1));
  }

  @Test
  void anyByteThatIsAnotherIsFoundAtOpening() throws IOException {
    String sha256 = segment();
    Path file = LeadFolder.path(folder, sha256);
    byte[] bytes = Files.readAllBytes(file);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] ^= (byte) (1 << (i % 8));
      Files.write(file, bytes);
      IllegalStateException found =
          assertThrows(
              IllegalStateException.class, () -> new LeadFolder(folder).of(sha256), "byte " + i);
      assertTrue(found.getMessage().contains("damaged"), found.getMessage());
      bytes[i] ^= (byte) (1 << (i % 8));
    }
    Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 1));
    assertThrows(IllegalStateException.class, () -> new LeadFolder(folder).of(sha256));
  }

  @Test
  void detailsThatRotAfterOpeningAreNotBelieved() throws IOException {
    String sha256 = segment();
    Leads leads = new LeadFolder(folder).of(sha256);
    Path file = LeadFolder.path(folder, sha256);
    byte[] bytes = Files.readAllBytes(file);
    bytes[SegmentWriter.HEADER_BYTES + 7] ^= 1;
    Files.write(file, bytes);
    IllegalStateException found = assertThrows(IllegalStateException.class, () -> leads.details(0));
    assertTrue(found.getMessage().contains("checksum"), found.getMessage());
  }

  @Test
  void aSegmentThatIsNotThereIsNamed() {
    String sha256 = "ab".repeat(32);
    IllegalStateException found =
        assertThrows(IllegalStateException.class, () -> new LeadFolder(folder).of(sha256));
    assertTrue(found.getMessage().contains(sha256), found.getMessage());
    assertThrows(IllegalArgumentException.class, () -> LeadFolder.path(folder, "../x"));
  }

  @Test
  void whatAKilledImportLeftBehindIsForgotten() throws IOException {
    Path left = Files.createFile(folder.resolve("leads123.tmp"));
    RejectFiles killed = new RejectFiles(folder.resolve("rejects"));
    killed.add(org.ringmaster.dialer.list.RejectKind.NO_NUMBER, 1, 2, "none", "", "a,");
    new LeadFolder(folder).forgetUnfinished();
    assertFalse(Files.exists(left));
    try (var rejects = Files.list(folder.resolve("rejects"))) {
      assertEquals(0, rejects.count());
    }
  }
}
