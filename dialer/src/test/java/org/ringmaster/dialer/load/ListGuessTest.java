// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringmaster.core.kernel.Personal;

class ListGuessTest {

  private static final String ROWS =
      "Nachname#Telefon#Handy#Fax#Zeitzone#Ort\n"
          + "Müller#030 901820#0171 1234567#030 1#Europe/Berlin#Berlin, Mitte\n"
          + "Weiß#030 901821##030 2#Europe/Berlin#Köln\n";

  @TempDir Path folder;

  private static ListMapping guess(String text, String charset) {
    return ListGuess.of(text.getBytes(Charset.forName(charset)), "DE").mapping();
  }

  private static List<ColumnUse> uses(ListMapping mapping) {
    return mapping.columns().stream().map(MappedColumn::use).toList();
  }

  @Test
  void theDelimiterIsTheOneThatMakesRowsOfOneLength() {
    for (char delimiter : new char[] {';', '\t', '|'}) {
      ListMapping mapping = guess(ROWS.replace('#', delimiter), "UTF-8");
      assertEquals(delimiter, mapping.delimiter());
      assertEquals(6, mapping.columns().size());
    }
    assertEquals(',', guess("a,phone\n1,030901820\n", "UTF-8").delimiter());
  }

  @Test
  void columnsAreKnownByTheirNames() {
    ListMapping mapping = guess(ROWS.replace('#', ';'), "UTF-8");
    assertTrue(mapping.header());
    assertEquals(
        List.of(
            ColumnUse.NAME,
            ColumnUse.NUMBER,
            ColumnUse.NUMBER,
            ColumnUse.FIELD,
            ColumnUse.ZONE,
            ColumnUse.FIELD),
        uses(mapping));
    assertEquals(List.of(1, 2), mapping.numbers());
  }

  @Test
  void withoutNamesTheNumbersTellTheirColumn() {
    ListMapping mapping = guess("17,Eva,030901820,10115\n18,Al,030901821,10117\n", "UTF-8");
    assertFalse(mapping.header());
    assertEquals(List.of(2), mapping.numbers());
    assertEquals("column 3", mapping.columns().get(2).name());
  }

  @Test
  void theEncodingIsKnownByItsMarkItsZerosOrItsLetters() {
    String text = ROWS.replace('#', ';');
    assertEquals(StandardCharsets.UTF_8, guess(text, "UTF-8").charset());
    assertEquals(StandardCharsets.UTF_8, guess("\uFEFF" + text, "UTF-8").charset());
    assertEquals(Charset.forName("windows-1252"), guess(text, "windows-1252").charset());
    assertEquals(StandardCharsets.UTF_16LE, guess("\uFEFF" + text, "UTF-16LE").charset());
    assertEquals(StandardCharsets.UTF_16LE, guess(text, "UTF-16LE").charset());
    assertEquals(StandardCharsets.UTF_16BE, guess(text, "UTF-16BE").charset());
    assertEquals(StandardCharsets.UTF_16LE, saidToBeUtf16("\uFEFF" + text, "UTF-16LE"));
    assertEquals(StandardCharsets.UTF_16BE, saidToBeUtf16("\uFEFF" + text, "UTF-16BE"));
    assertEquals(StandardCharsets.UTF_16BE, saidToBeUtf16("a", "UTF-16BE"));
    assertEquals("Nachname", guess("\uFEFF" + text, "UTF-8").columns().getFirst().name());
  }

  @Test
  void aFileInAnyOfTheseEncodingsGivesTheSameLeads() throws IOException {
    String text = "\uFEFF" + ROWS.replace('#', '\t');
    for (String charset : List.of("UTF-8", "UTF-16LE", "UTF-16BE")) {
      ImportedFile file = ImportedFile.of(folder, ImportedFile.bytes(text, charset));
      assertEquals(2, file.leads().size(), charset + " " + file.ledger());
      assertEquals(new Personal("Weiß"), file.leads().details(1).name());
    }
    byte[] windows = ImportedFile.bytes(ROWS.replace('#', '\t'), "windows-1252");
    assertEquals(new Personal("Weiß"), ImportedFile.of(folder, windows).leads().details(1).name());
  }

  @Test
  void aMappingThatNamesNoColumnSaysWhichThereAre() {
    ListMapping mapping = guess(ROWS.replace('#', ';'), "UTF-8");
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> mapping.mapped("number=Telephone"));
    assertTrue(refused.getMessage().contains("Nachname, Telefon"), refused.getMessage());
    assertThrows(IllegalArgumentException.class, () -> mapping.mapped("phone=Telefon"));
    assertThrows(IllegalArgumentException.class, () -> mapping.mapped("Telefon"));
  }

  @Test
  void anEmptyFileHasNoColumnOfNumbers() {
    ListMapping mapping = ListGuess.of(new byte[0], "DE").mapping();
    assertTrue(String.valueOf(mapping.trouble()).contains("No column"), mapping.toString());
  }

  private static Charset saidToBeUtf16(String text, String charset) {
    ListGuess.Given given = new ListGuess.Given(StandardCharsets.UTF_16, null);
    return ListGuess.of(ImportedFile.bytes(text, charset), "DE", given).mapping().charset();
  }

  @ParameterizedTest
  @CsvSource({
    "504B03041400060008005B436F6E74656E745F54797065735D2E786D6C, spreadsheet: save it as",
    "504B03041400000000006D696D65747970656F70656E646F63756D656E74, spreadsheet: save it as",
    "504B0304140008000000786C2F776F726B626F6F6B2E786D6C, spreadsheet: save it as",
    "D0CF11E0A1B11AE1, spreadsheet: save it as",
    "504B0304140000000000706F706C652E637376, packed file: unpack it",
    "1F8B0800000000000003, packed file: unpack it"
  })
  void whatIsNoTextIsRefusedWithWhatToDo(String head, String told) {
    byte[] bytes = HexFormat.of().parseHex(head);
    String why =
        assertThrows(IllegalArgumentException.class, () -> ListGuess.of(bytes, "DE")).getMessage();
    assertTrue(why.contains(told), why);
  }
}
