// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringmaster.server.cli.PromptUse.Sound;
import org.ringmaster.server.config.ConfigurationFile;

/** What a configuration can make Asterisk say, and whether it can. */
class PromptCheckTest {
  private static final String CONFIGURATION =
      """
      nodes: {edge: {lab: yes}}
      trunks: {outside: {node: edge}}
      telephones: {tel01: {node: edge}}
      agents: {anna: {number: 1001, telephone: tel01}}
      calendars:
        office: {zone: UTC, hours: ["mon-fri 09:00-18:00"]}
      queues:
        sales:
          agents: [anna]
          language: es
          announceposition: yes
          whisper: [sales-whisper]
          keys: {"9": voicemail, "5": callback}
          callback: {trunk: outside}
          closing: {hours: office, prompts: [good-bye]}
        told:
          agents: [anna]
          language: es
          whisper: [told-whisper]
          reportholdtime: yes
          memberdelay: 3s
      numbers:
        "1": {queue: sales, welcomeprompts: [welcome-to-sales]}
        "2": {queue: sales, language: pt, hours: office, closedprompts: [we-are-closed]}
      """;

  @TempDir Path folder;

  private Map<Sound, String> uses() throws Exception {
    return PromptUse.of(
        ConfigurationFile.read(Files.writeString(folder.resolve("r.yaml"), CONFIGURATION)));
  }

  @Test
  void everySoundIsNamedInEveryLanguageInWhichACallerCanHearIt() throws Exception {
    Map<Sound, String> uses = uses();
    for (String language : List.of("es", "pt")) {
      assertEquals("queues.sales", uses.get(new Sound(language, "queue-youarenext")));
      assertEquals("queues.sales", uses.get(new Sound(language, "digits/7")));
      assertEquals("queues.sales", uses.get(new Sound(language, "ringmaster-callback-press")));
      assertEquals("queues.sales.voicemail", uses.get(new Sound(language, "vm-intro")));
      assertEquals("queues.sales.closing", uses.get(new Sound(language, "good-bye")));
    }
    assertEquals("queues.sales.whisper", uses.get(new Sound("en", "sales-whisper")));
    assertEquals("queues.told.whisper", uses.get(new Sound("es", "told-whisper")));
    assertEquals("queues.told.reportholdtime", uses.get(new Sound("es", "queue-reporthold")));
    assertEquals("queues.told.reportholdtime", uses.get(new Sound("es", "digits/1M")));
    assertEquals("queues.told.memberdelay", uses.get(new Sound("en", "silence/3")));
    assertEquals("numbers.2.closedprompts", uses.get(new Sound("pt", "we-are-closed")));
    assertEquals("numbers.1.welcomeprompts", uses.get(new Sound("es", "welcome-to-sales")));
    assertFalse(uses.containsKey(new Sound("pt", "welcome-to-sales")));
    assertFalse(uses.containsKey(new Sound("es", "we-are-closed")));
    assertFalse(uses.containsKey(new Sound("en", "vm-intro")));
  }

  @Test
  void whatIsMissingOrInAFormThatAsteriskCannotPlayIsListedWithWhatToDo() throws Exception {
    wav("en/good.wav", 8_000, 1);
    wav("en/fast.wav", 44_100, 2);
    Files.writeString(folder.resolve("en/text.wav"), "this is no sound at all, only a text");
    Check check =
        PromptCheck.check(
            "edge",
            folder,
            Map.of(
                new Sound("en", "good"), "queues.a",
                new Sound("en", "fast"), "queues.b",
                new Sound("en", "text"), "queues.c",
                new Sound("pt", "good"), "queues.d"));
    assertEquals("warn", check.word());
    assertEquals("3 of 4 sounds are there", check.detail());
    assertEquals(
        List.of(
            "pt/good is missing, for queues.d: put pt/good.wav among the sounds",
            "en/fast.wav has 44100 Hz and 2 channels: make it 8 kHz, 16 bits, mono, or Asterisk is"
                + " silent",
            "en/text.wav is no WAV file: make it 8 kHz, 16 bits, mono, or Asterisk is silent"),
        check.fix());
    assertEquals(
        "ok", PromptCheck.check("edge", folder, Map.of(new Sound("en", "good"), "a")).word());
  }

  @Test
  void whatAsteriskTellsOfIsReadWithItsLanguagesAndFormats() throws Exception {
    var told =
        new ObjectMapper()
            .readTree(
                """
                [{"id": "vm-intro", "text": "", "formats": [{"language": "en", "format": "wav"}]},
                 {"id": "song", "formats": [{"language": "en", "format": "mp3"}]}]
                """);
    Check check =
        PromptCheck.judged(
            "sounds edge",
            Map.of(new Sound("en", "vm-intro"), "q", new Sound("en", "song"), "q"),
            PromptCheck.known(told),
            Map.of());
    assertEquals(1, check.fix().size());
    assertTrue(check.fix().getFirst().startsWith("en/song is there as mp3 only"), check::toString);
  }

  private void wav(String name, int rate, int channels) throws IOException {
    ByteBuffer out = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
    out.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(56);
    out.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    out.putShort((short) 1).putShort((short) channels).putInt(rate);
    Files.createDirectories(folder.resolve(name).getParent());
    Files.write(folder.resolve(name), out.array());
  }
}
