// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.calendar.OpenHours;

class LawsTest {
  private static String text() throws IOException {
    try (InputStream in = Laws.class.getResourceAsStream("laws.yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void everyValueHasASourceAndSaysWhetherItWasVerified() {
    assertEquals(Laws.NAMES, Laws.all().stream().map(Law::name).toList());
    for (Law law : Laws.all()) {
      assertTrue(law.date().matches("20[0-9]{2}-[0-9]{2}-[0-9]{2}"), law.name());
      assertFalse(law.rules().isEmpty(), law.name());
      for (LawRule rule : law.rules()) {
        String where = law.name() + "." + rule.field().key();
        assertFalse(rule.source().isBlank(), where);
        assertFalse(rule.words().isBlank(), where);
        assertTrue(List.of("verified", "not verified").contains(rule.status()), where);
        // What is only remembered or told by others is never passed off as read.
        assertFalse(
            rule.isVerified() && rule.source().matches(".*(remembered|tell|trade|press|that of).*"),
            where);
      }
    }
  }

  @Test
  void aValueIsReadAsItsFieldWants() {
    Law sales = Laws.of(List.of("ftc-sales")).getFirst();
    assertEquals(3, sales.rule(LawField.MAX_ABANDON).orElseThrow().amount());
    assertEquals(15_000, sales.rule(LawField.TIMEOUT).orElseThrow().amount());
    assertEquals("15s", sales.rule(LawField.TIMEOUT).orElseThrow().words());
    assertEquals("mon-sun 08:00-21:00", sales.rule(LawField.HOURS).orElseThrow().words());
    Law kingdom = Laws.of(List.of("ofcom")).getFirst();
    assertEquals(72 * 3_600_000L, kingdom.rule(LawField.DROP_LOCK).orElseThrow().amount());
    assertEquals("72h", kingdom.rule(LawField.DROP_LOCK).orElseThrow().words());
    Law canada = Laws.of(List.of("crtc")).getFirst();
    assertEquals(
        "mon-fri 09:00-21:30, sat-sun 10:00-18:00",
        canada.rule(LawField.HOURS).orElseThrow().words());
  }

  @Test
  void aFileThatDoesNotFitIsRefusedWithItsLine() throws IOException {
    refused("timeout:\n      value: 15s", "timeout:\n      value: soon", "ftc-sales.rules.timeout");
    refused("status: verified", "status: certain", "verified, not-verified");
    refused("    maxabandon:\n", "    maxabandoned:\n", "did you mean \"maxabandon\"");
    refused("  date: 2026-11-28\n", "", "missing key \"date\"");
    refused("us-states:\n", "us-state:\n", "did you mean \"us-states\"");
  }

  private static void refused(String part, String instead, String said) throws IOException {
    String whole = text();
    assertTrue(whole.contains(part), part);
    int at = whole.indexOf(part);
    String broken = whole.substring(0, at) + instead + whole.substring(at + part.length());
    String message =
        assertThrows(IllegalStateException.class, () -> Laws.read("laws.yaml", broken))
            .getMessage();
    assertTrue(message.contains(said), message);
    assertTrue(message.matches("(?s)laws\\.yaml:[0-9]+:[0-9]+: .*"), message);
  }

  @Test
  void hoursBeyondOthersAreToldByDayAndMinute() {
    List<OpenHours> own = WeekHours.parse("mon-sun 07:30-22:00");
    List<OpenHours> allowed = WeekHours.parse("mon-fri 08:00-21:00");
    assertEquals(
        "mon-fri 07:30-08:00, mon-fri 21:00-22:00, sat-sun 07:30-22:00",
        OpenMinutes.words(OpenMinutes.beyond(own, allowed)));
    assertEquals(List.of(), OpenMinutes.beyond(allowed, own));
    // A night is two days.
    assertEquals(
        List.of(new OpenHours(DayOfWeek.MONDAY, 0, 1_440), new OpenHours(DayOfWeek.TUESDAY, 0, 60)),
        OpenMinutes.beyond(
            List.of(
                WeekHours.parse("mon 00:00-24:00").getFirst(),
                WeekHours.parse("tue 00:00-01:00").getFirst()),
            List.of()));
    // Two stretches that meet allow what lies over both.
    assertEquals(
        List.of(),
        OpenMinutes.beyond(
            WeekHours.parse("mon 09:00-11:00"),
            List.of(
                WeekHours.parse("mon 08:00-10:00").getFirst(),
                WeekHours.parse("mon 10:00-12:00").getFirst())));
  }

  @Test
  void theKeysOfPresetsAreAllUsedAndNothingSaysThatALawWasKept() throws IOException {
    HashSet<LawField> used = new HashSet<>();
    Laws.all().forEach(law -> law.rules().forEach(rule -> used.add(rule.field())));
    assertEquals(List.of(LawField.values()), used.stream().sorted().toList());
    assertFalse(text().toLowerCase(Locale.ROOT).contains("complian"));
    assertFalse(LawsPage.text().toLowerCase(Locale.ROOT).contains("complian"));
  }
}
