// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringmaster.dialer.list.LeadField;
import org.ringmaster.dialer.list.Leads;
import org.ringmaster.dialer.list.RejectKind;

class PostalZonesTest {
  private static final String NEW_YORK = "America/New_York";
  private static final String CHICAGO = "America/Chicago";
  private static final String LOS_ANGELES = "America/Los_Angeles";
  private static final String EDMONTON = "America/Edmonton";
  private static final String TABLE =
      """
      code;zone;country
      021*;America/Chicago;US
      02134;America/New_York;US
      0213*;America/Denver;US
      60601;America/Chicago;US
      37*;America/New_York;US
      37*;America/Chicago;US
      T0E 1A0;America/Edmonton;CA
      04109;Europe/Berlin;DE
      """;

  /** A number of Los Angeles, so that it is seen what the number tells and what the code. */
  private static final String NUMBER = "+12135550123";

  @TempDir Path folder;

  private PostalZones read(String text, List<String> troubles) throws IOException {
    Path file = Files.writeString(folder.resolve("codes.csv"), text);
    return PostalZones.read(file, "codes.csv", troubles::add);
  }

  private PostalZones table() throws IOException {
    List<String> troubles = new ArrayList<>();
    PostalZones read = read(TABLE, troubles);
    assertEquals(List.of(), troubles);
    return read;
  }

  private ImportedFile load(String text, boolean byLaw, UnaryOperator<ListMapping> changed)
      throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return ImportedFile.of(folder, bytes, KnownNumbers.NONE, changed, byLaw, table());
  }

  private static List<String> zones(Leads leads, int lead) {
    return leads.zones(lead).stream().map(ZoneId::getId).toList();
  }

  private List<String> zonesOf(String code, String zone, boolean byLaw) throws IOException {
    ImportedFile file =
        load("phone,zip,tz\n" + NUMBER + "," + code + "," + zone + "\n", byLaw, it -> it);
    return zones(file.leads(), 0);
  }

  @Test
  void theLongestThatFitsTellsWhereALeadIsHoweverTheCodeIsWritten() throws IOException {
    assertEquals(List.of(NEW_YORK), zonesOf("02134", "", false));
    assertEquals(List.of("America/Denver"), zonesOf("02135", "", false));
    assertEquals(List.of(CHICAGO), zonesOf("02199", "", false));
    assertEquals(List.of(NEW_YORK), zonesOf("02134-1234", "", false));
    assertEquals(List.of(EDMONTON), zonesOf("t0e1a0", "", false));
    assertEquals(List.of(EDMONTON), zonesOf("T0E-1A0", "", false));
  }

  @Test
  void aCodeOfSeveralZonesIsInAllOfThem() throws IOException {
    assertEquals(List.of(CHICAGO, NEW_YORK), zonesOf("37001", "", false));
  }

  @Test
  void theColumnGoesBeforeThePostalCodeAndThatBeforeTheNumberAndUnderALawNoneDoes()
      throws IOException {
    assertEquals(List.of("America/Denver"), zonesOf("02134", "America/Denver", false));
    assertEquals(List.of(NEW_YORK), zonesOf("02134", "", false));
    assertEquals(List.of(LOS_ANGELES), zonesOf("", "", false));
    assertEquals(List.of(LOS_ANGELES, NEW_YORK), zonesOf("02134", "", true));
    assertEquals(
        List.of("America/Denver", LOS_ANGELES, NEW_YORK), zonesOf("02134", "America/Denver", true));
  }

  @Test
  void underALawANumberThatTellsOnlyItsCountryAddsNothingToAPostalCode() throws IOException {
    ImportedFile file = load("phone,zip\n+18005550123,02134\n", true, it -> it);
    assertEquals(List.of(NEW_YORK), zones(file.leads(), 0));
  }

  @Test
  void aCodeThatTheTableDoesNotHaveIsCountedAndListedAndTheNumberTells() throws IOException {
    ImportedFile file =
        load("phone,zip\n" + NUMBER + ",99999\n+498912345678,04109\n", false, it -> it);
    assertEquals(2, file.ledger().loaded());
    assertEquals(1, file.ledger().codesUnknown());
    assertEquals(List.of(LOS_ANGELES), zones(file.leads(), 0));
    assertTrue(file.unknownCodes().getFirst().startsWith("1,2,"), file.unknownCodes().toString());
    assertTrue(file.unknownCodes().getFirst().contains(",99999,"), file.unknownCodes().toString());
  }

  @Test
  void aCodeIsKeptWithTheLead() throws IOException {
    ImportedFile file = load("phone,zip\n" + NUMBER + ",02134\n", false, it -> it);
    List<LeadField> fields = file.leads().details(0).fields();
    assertEquals(1, fields.size());
    assertEquals("zip", fields.getFirst().column());
    assertEquals("02134", fields.getFirst().value().text());
  }

  @Test
  void aCodeWhoseZerosASpreadsheetHasTakenIsRefusedOrPutRight() throws IOException {
    String text = "phone,zip\n" + NUMBER + ",2134\n+12135550124,60601\n";
    ImportedFile refused = load(text, false, it -> it);
    assertEquals(1, refused.ledger().rejected(RejectKind.SPREADSHEET_DAMAGE));
    assertEquals(1, refused.ledger().loaded());
    String row = refused.rejects(RejectKind.SPREADSHEET_DAMAGE).getFirst();
    assertTrue(row.contains("leading zeros of the postal code") && row.contains(",2134,"), row);
    ImportedFile right = load(text, false, it -> it.withZerosLost(true));
    assertEquals(List.of(NEW_YORK), zones(right.leads(), 0));
  }

  @Test
  void aLineWithoutACountryHoldsForNumbersOfTheRegionAlone() throws IOException {
    PostalZones american = read("10115,America/New_York\n", new ArrayList<>());
    byte[] rows =
        "phone,zip\n+493012345678,10115\n+12135550123,10115\n".getBytes(StandardCharsets.UTF_8);
    ImportedFile there =
        ImportedFile.of(
            folder, rows, KnownNumbers.NONE, it -> it.withRegion("US"), false, american);
    assertEquals(List.of("Europe/Berlin"), zones(there.leads(), 0));
    assertEquals(List.of(NEW_YORK), zones(there.leads(), 1));
    assertEquals(1, there.ledger().codesUnknown());
  }

  @Test
  void aCodeOfAnotherCountryThanTheNumbersHasLostNoZeros() throws IOException {
    ImportedFile vienna = load("phone,zip\n+4915112345678,1010\n", false, it -> it);
    assertEquals(1, vienna.ledger().loaded());
    assertEquals(1, vienna.ledger().codesUnknown());
  }

  @Test
  void theUsualNamesOfTheColumnAreKnown() {
    for (String name : List.of("zip", "ZIP Code", "PLZ", "cep", "Postal code", "postcode")) {
      byte[] head = ("phone," + name + "\n" + NUMBER + ",02134\n").getBytes(StandardCharsets.UTF_8);
      ListMapping mapping = ListGuess.of(head, null).mapping();
      assertEquals(1, mapping.postalColumn(), name);
      assertEquals(0, mapping.mapped("postalcode=1,number=2").postalColumn());
    }
  }

  @Test
  void eachBadLineOfATableIsToldWithItsNumberAndWhatToDo() throws IOException {
    List<String> troubles = new ArrayList<>();
    read(
        """
        02134,America/New_York,US
        2135,America/New_York,US
        60601,Mars/Olympus,US
        60602,America/Chicago,XX
        60603
        6#,America/Chicago

        10115,Europe/Berlin
        4109,Europe/Berlin
        """,
        troubles);
    assertEquals(6, troubles.size(), troubles.toString());
    assertTrue(troubles.get(0).contains("line 2: '2135' has 4 digits"), troubles.get(0));
    assertTrue(troubles.get(0).contains("codes of US 5"), troubles.get(0));
    assertTrue(troubles.get(0).contains("write 2135* for all"), troubles.get(0));
    assertTrue(troubles.get(1).contains("line 3: 'Mars/Olympus' is no time zone"));
    assertTrue(troubles.get(2).contains("line 4: 'XX' is no country"), troubles.get(2));
    assertTrue(troubles.get(3).contains("line 5: write code,zone or"), troubles.get(3));
    assertTrue(troubles.get(4).contains("line 6: '6#' is no postal code"), troubles.get(4));
    assertTrue(troubles.get(5).contains("line 9: '4109' has 4 digits"), troubles.get(5));
    assertTrue(troubles.get(5).contains("line 8 5: a spreadsheet"), troubles.get(5));
  }

  @Test
  void aTableThatIsNotThereIsTold() {
    List<String> troubles = new ArrayList<>();
    assertTrue(PostalZones.read(folder.resolve("none.csv"), "none.csv", troubles::add).isEmpty());
    assertTrue(troubles.getFirst().startsWith("there is no file"), troubles.toString());
  }
}
