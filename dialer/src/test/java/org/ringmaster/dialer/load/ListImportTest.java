// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringmaster.core.journey.Journeys;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.dialer.list.Lead;
import org.ringmaster.dialer.list.LeadField;
import org.ringmaster.dialer.list.Leads;
import org.ringmaster.dialer.list.RejectKind;

class ListImportTest {

  @TempDir Path folder;

  private ImportedFile load(String text) throws IOException {
    return ImportedFile.of(folder, text);
  }

  private void rejects(RejectKind kind, String row, String because) throws IOException {
    ImportedFile file =
        load("id,phone,tz\n1,+4930901820,\n" + row + "\n3,+493090182123,Europe/Berlin\n");
    assertEquals(1, file.ledger().rejected(kind), file.ledger().toString());
    assertEquals(3, file.ledger().rows());
    assertEquals(2, file.ledger().loaded());
    List<String> lines = file.rejects(kind);
    assertEquals(1, lines.size());
    assertTrue(lines.getFirst().startsWith("2,3,"), lines.getFirst());
    assertTrue(lines.getFirst().contains(because), lines.getFirst());
  }

  @Test
  void aLeadHasItsNumbersInOrderItsZoneItsNameAndAllElseThatTheFileTold() throws IOException {
    ImportedFile file =
        load(
            "Kundennummer;Name;Telefon;Mobil;Notiz\n"
                + "17;Jörg Müller;030 901820;+49 171 1234567;\"sagt \"\"ja\"\"; später\"\n"
                + "18;Eva;;0171/7654321;\n");
    Leads leads = file.leads();
    assertEquals(2, leads.size());
    assertEquals(2, leads.numbers(0));
    assertEquals(4930901820L, leads.number(0, 0));
    assertEquals(491711234567L, leads.number(0, 1));
    assertEquals(List.of(ImportedFile.berlin()), leads.zones(0));
    assertEquals(new Personal("Jörg Müller"), leads.details(0).name());
    assertEquals(
        List.of(
            new LeadField("Kundennummer", new Personal("17")),
            new LeadField("Notiz", new Personal("sagt \"ja\"; später"))),
        leads.details(0).fields());
    assertEquals(1, leads.numbers(1));
    assertEquals(491717654321L, leads.number(1, 0));
    assertTrue(leads.has(491717654321L));
    assertFalse(leads.has(491717654322L));
    assertEquals(3, file.ledger().numbers());
  }

  @Test
  void numbersAreTriedInTheOrderThatTheMappingSays() throws IOException {
    byte[] bytes = "phone,mobile,who\n030901820,01711234567,Eva\n".getBytes(StandardCharsets.UTF_8);
    ImportedFile file =
        ImportedFile.of(
            folder,
            bytes,
            KnownNumbers.NONE,
            mapping -> mapping.mapped("number=mobile,number=1,name=who"));
    assertEquals(491711234567L, file.leads().number(0, 0));
    assertEquals(4930901820L, file.leads().number(0, 1));
    assertEquals(new Personal("Eva"), file.leads().details(0).name());
  }

  @Test
  void aNumberThatMayBeInSeveralZonesKeepsAllOfThem() throws IOException {
    ImportedFile file =
        load(
            "phone,phone2,tz\n+18002530000,,\n+12125550123,+13105550123,\n"
                + "+12125550124,,America/Chicago\n");
    assertEquals(3, file.leads().size(), file.ledger().toString());
    assertTrue(
        file.leads().zones(0).size() > 3, "a toll-free number tells nothing but the country");
    Set<ZoneId> both = new TreeSet<>(java.util.Comparator.comparing(ZoneId::getId));
    both.addAll(file.leads().zones(1));
    assertEquals(
        List.of(ZoneId.of("America/Los_Angeles"), ZoneId.of("America/New_York")),
        List.copyOf(both));
    assertEquals(List.of(ZoneId.of("America/Chicago")), file.leads().zones(2));
  }

  @Test
  void underALawAboutHoursALeadMayBeWhereItsColumnSaysAndWhereItsNumbersAre() throws IOException {
    byte[] bytes =
        ("phone,tz\n+12135550123,America/New_York\n+18002530000,America/New_York\n"
                + "+12125550124,America/New_York\n+4930901820,America/New_York\n")
            .getBytes(StandardCharsets.UTF_8);
    Leads leads =
        ImportedFile.of(folder, bytes, KnownNumbers.NONE, mapping -> mapping, true).leads();
    ZoneId newYork = ZoneId.of("America/New_York");
    assertEquals(List.of(ZoneId.of("America/Los_Angeles"), newYork), leads.zones(0));
    assertEquals(List.of(newYork), leads.zones(1), "a toll-free number tells nothing");
    assertEquals(List.of(newYork), leads.zones(2));
    assertEquals(List.of(newYork, ImportedFile.berlin()), leads.zones(3));
    Leads without = ImportedFile.of(folder, bytes).leads();
    assertEquals(List.of(newYork), without.zones(0));
  }

  @Test
  void aRowWithoutANumberIsRejected() throws IOException {
    rejects(RejectKind.NO_NUMBER, "2, ,", "no telephone number");
  }

  @Test
  void textInTheNumberColumnIsRejected() throws IOException {
    rejects(RejectKind.NOT_A_NUMBER, "2,ask Eva,", "cannot be read");
  }

  @Test
  void aNumberThatCannotExistIsRejected() throws IOException {
    rejects(RejectKind.IMPOSSIBLE_NUMBER, "2,+4912,", "can exist");
  }

  @Test
  void scientificNotationIsRejectedWithWhatToDo() throws IOException {
    rejects(RejectKind.SPREADSHEET_DAMAGE, "2,4.93091E+11,", "format the column as text");
  }

  @Test
  void aLostLeadingZeroIsRejectedUnlessNumbersAreMeantToStandWithoutIt() throws IOException {
    rejects(RejectKind.SPREADSHEET_DAMAGE, "2,30901821,", "leading zero is missing");
    ImportedFile meant =
        ImportedFile.of(
            folder,
            "phone\n30901821\n".getBytes(StandardCharsets.UTF_8),
            KnownNumbers.NONE,
            mapping -> mapping.withZerosLost(true));
    assertEquals(4930901821L, meant.leads().number(0, 0));
  }

  @Test
  void aTimeZoneThatIsNoneIsRejected() throws IOException {
    rejects(RejectKind.BAD_TIME_ZONE, "2,+4930901821,Mars/Olympus", "no time zone");
  }

  @Test
  void aNumberThatBelongsToNoCountryNeedsAZone() throws IOException {
    rejects(RejectKind.NO_TIME_ZONE, "2,+80012345678,", "neither a column nor the number");
  }

  @Test
  void theSecondRowWithANumberIsADuplicateHoweverItIsWritten() throws IOException {
    rejects(RejectKind.DUPLICATE_IN_FILE, "2,(030) 90 18 20,", "already in this file");
  }

  @Test
  void moreOrFewerCellsThanTheHeaderHasAreRejected() throws IOException {
    rejects(RejectKind.WRONG_COLUMNS, "2,+4930901821", "2 cells where");
    rejects(RejectKind.WRONG_COLUMNS, "2,+4930901821,,,", "5 cells where");
  }

  @Test
  void ofAQuoteThatIsNeverClosedOnlyItsOwnLineIsLost() throws IOException {
    rejects(RejectKind.BROKEN_QUOTES, "2,+4930901821,\"Europe", "never closed");
    rejects(RejectKind.BROKEN_QUOTES, "2,\"+49\"30901821,", "in the middle of a cell");
  }

  @Test
  void controlCharactersAreRejected() throws IOException {
    rejects(RejectKind.CONTROL_CHARACTERS, "2,+4930901\u0000821,", "NUL");
  }

  @Test
  void aRowInAnotherEncodingIsRejected() throws IOException {
    byte[] bytes =
        ImportedFile.bytes("name,phone\nJörg,+4930901820\nEva,+4930901821\n", "windows-1252");
    byte[] mixed = join(bytes, "Jürgen,+4930901822\n".getBytes(StandardCharsets.UTF_8));
    ImportedFile file = ImportedFile.of(folder, join(bytes, mixed));
    assertEquals(1, file.ledger().rejected(RejectKind.BAD_ENCODING), file.ledger().toString());
    assertEquals(new Personal("Jörg"), file.leads().details(0).name());
    byte[] utf8 =
        "name,phone\nJörg,+4930901820\nZoë,+4930901821\n".getBytes(StandardCharsets.UTF_8);
    ImportedFile other =
        ImportedFile.of(folder, join(utf8, ImportedFile.bytes("Jörg,+4930901823\n", "ISO-8859-1")));
    assertEquals(1, other.ledger().rejected(RejectKind.BAD_ENCODING), other.ledger().toString());
  }

  private static byte[] join(byte[] one, byte[] other) {
    byte[] both = java.util.Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  @Test
  void theNumbersOfTheCampaignAndOfDoNotCallListsAreRejected() throws IOException {
    KnownNumbers known =
        new KnownNumbers(
            List.of(Leads.of(List.of(Lead.of(4930901820L, ImportedFile.berlin())))),
            List.of(Leads.of(List.of(Lead.of(4930901821L, ImportedFile.berlin())))));
    ImportedFile file =
        ImportedFile.of(
            folder,
            "phone,mobile\n030901820,\n030901821,\n030901821,01711234567\n"
                .getBytes(StandardCharsets.UTF_8),
            known,
            mapping -> mapping);
    assertEquals(1, file.ledger().rejected(RejectKind.DUPLICATE_IN_CAMPAIGN));
    assertEquals(1, file.ledger().rejected(RejectKind.DO_NOT_CALL));
    assertEquals(1, file.leads().numbers(0));
    assertEquals(491711234567L, file.leads().number(0, 0));
    assertEquals(1, file.ledger().numbersLeftOut());
    assertTrue(file.leftOut().getFirst().contains("do-not-call"), file.leftOut().toString());
  }

  @Test
  void whoIsInAnotherCampaignOrWasDialledLatelyIsRejectedWhereThatIsAsked() throws IOException {
    DialledNumbers dialled = new DialledNumbers();
    dialled.add(Objects.requireNonNull(Journeys.telephone(new Personal("+4930901821"))).value());
    KnownNumbers known =
        new KnownNumbers(
            List.of(),
            List.of(),
            List.of(Leads.of(List.of(Lead.of(4930901820L, ImportedFile.berlin())))),
            dialled);
    ImportedFile file =
        ImportedFile.of(
            folder,
            "phone,mobile\n030901820,\n030901821,\n030901821,01711234567\n030901822,\n"
                .getBytes(StandardCharsets.UTF_8),
            known,
            mapping -> mapping);
    assertEquals(1, file.ledger().rejected(RejectKind.DUPLICATE_IN_SYSTEM));
    assertEquals(1, file.ledger().rejected(RejectKind.CALLED_RECENTLY));
    assertEquals(4, file.ledger().rows());
    assertEquals(2, file.ledger().loaded());
    assertTrue(file.ledger().addsUp());
    assertTrue(file.rejects(RejectKind.CALLED_RECENTLY).getFirst().contains("called recently"));
    assertEquals(491711234567L, file.leads().number(0, 0));
    assertTrue(file.leftOut().getFirst().contains("called recently"), file.leftOut().toString());
  }

  @Test
  void whatASpreadsheetWouldTakeForAFormulaIsDefused() throws IOException {
    rejects(RejectKind.NOT_A_NUMBER, "2,=HYPERLINK(9),", "'=HYPERLINK(9)");
  }

  @Test
  void aDryRunCountsAndLeavesNothing() throws IOException {
    byte[] bytes = "phone\n030901820\nnone\n".getBytes(StandardCharsets.UTF_8);
    ListImport dry =
        new ListImport(
            ListGuess.of(bytes, "DE").mapping(), new LeadFolder(folder), KnownNumbers.NONE);
    ImportedList result = dry.dryRun(new ByteArrayInputStream(bytes));
    assertEquals(2, result.ledger().rows());
    assertEquals(1, result.ledger().loaded());
    assertNull(result.leads());
    try (Stream<Path> left = Files.walk(folder)) {
      assertEquals(List.of(), left.filter(Files::isRegularFile).toList());
    }
  }

  @Test
  void theSameRowsMakeTheSameSegment() throws IOException {
    String text = "phone,name\n030901820,Eva\n030901821,Jörg\n";
    assertEquals(load(text).result.sha256(), load(text).result.sha256());
    assertTrue(!load(text).result.sha256().equals(load(text + "030901822,Al\n").result.sha256()));
  }

  @Test
  void anEntryOfADoNotCallListMayStandForAllNumbersThatBeginSo() throws IOException {
    String text = "phone,name\n+1900*,Services\n+1 900*,Again\n+49309018*,Al\n030901*,Bo\n+1*,Cy\n";
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ListMapping mapping = ListGuess.of(bytes, "DE").mapping().withZone(ZoneId.of("UTC"));
    LeadFolder kept = new LeadFolder(folder);
    ListImport made = new ListImport(mapping, kept, KnownNumbers.NONE, "", false, true);
    ImportedList result = made.run(new ByteArrayInputStream(bytes));
    assertTrue(result.ledger().addsUp());
    assertEquals(2, result.ledger().loaded());
    assertEquals(1, result.ledger().rejected(RejectKind.DUPLICATE_IN_FILE));
    assertEquals(2, result.ledger().rejected(RejectKind.NOT_A_NUMBER));
    // Read back from the disk, as after a start.
    Leads leads = new LeadFolder(folder).of(result.sha256());
    assertEquals("+1900*", leads.entryOf(19_005_550_123L));
    assertEquals("+49309018*", leads.entryOf(4_930_901_820L));
    assertEquals("", leads.entryOf(4_930_901_720L));
    assertFalse(leads.has(1_901_555_012L));
    ImportedFile dialled =
        ImportedFile.of(
            folder,
            "phone\n030901820\n030901720\n+1900*\n".getBytes(StandardCharsets.UTF_8),
            new KnownNumbers(List.of(), List.of(leads)),
            plain -> plain);
    assertEquals(1, dialled.ledger().loaded());
    assertEquals(1, dialled.ledger().rejected(RejectKind.DO_NOT_CALL));
    assertEquals(1, dialled.ledger().rejected(RejectKind.NOT_A_NUMBER));
  }
}
