// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PromptTextsTest {

  /** The parts of which Asterisk makes a whole number in Portuguese, up to 999,999. */
  @Test
  void everyPartOfANumberInPortugueseHasAText() {
    Map<String, String> texts = PromptTexts.of("pt").texts();
    IntStream.rangeClosed(0, 20).forEach(n -> assertTrue(texts.containsKey("digits/" + n), n + ""));
    for (int n = 20; n < 1_000; n += n < 100 ? 10 : 100) {
      assertTrue(texts.containsKey("digits/" + n), "digits/" + n);
    }
    assertTrue(texts.keySet().containsAll(List.of("digits/100E", "digits/1000", "digits/pt-e")));
  }

  @Test
  void whatQueuesSayHasATextInPortuguese() {
    assertTrue(
        PromptTexts.of("pt")
            .texts()
            .keySet()
            .containsAll(
                List.of(
                    "queue-youarenext",
                    "queue-thereare",
                    "queue-callswaiting",
                    "queue-quantity1",
                    "queue-quantity2",
                    "queue-holdtime",
                    "queue-less-than",
                    "queue-minute",
                    "queue-minutes",
                    "queue-seconds",
                    "queue-thankyou",
                    "queue-periodic-announce")));
  }

  @Test
  void aLineThatIsNoneIsToldWithItsPlace() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> PromptTexts.read("pt", "voice = pt-br\nfolder = pt\nnonsense\n"));
    assertEquals("prompts/pt.txt:3: not NAME = TEXT: nonsense", e.getMessage());
  }

  @Test
  void aSoundIsMadeForTheTelephoneWithItsPitchAndWithoutWhatIsTooHigh() {
    assertEquals(1.0, power(TelephoneSound.of(tone(22_050, 1_000)), 1_000), 0.05);
    assertEquals(0.0, power(TelephoneSound.of(tone(22_050, 6_000)), 2_000), 0.01);
    assertThrows(IllegalArgumentException.class, () -> TelephoneSound.of(new byte[100]));
  }

  private static byte[] tone(int rate, double hertz) {
    ByteBuffer out = ByteBuffer.allocate(44 + 2 * rate).order(ByteOrder.LITTLE_ENDIAN);
    out.put("RIFF....WAVEfmt ".getBytes(java.nio.charset.StandardCharsets.US_ASCII)).putInt(16);
    out.putShort((short) 1).putShort((short) 1).putInt(rate).putInt(2 * rate);
    out.putShort((short) 2).putShort((short) 16).putInt(0).putInt(2 * rate);
    for (int i = 0; i < rate; i++) {
      out.putShort((short) (10_000 * Math.sin(2 * Math.PI * hertz * i / rate)));
    }
    return out.array();
  }

  /** The power of a pitch, where 1 is that of the tone that was put in (Goertzel). */
  private static double power(byte[] wav, double hertz) {
    ByteBuffer in = ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN).position(44);
    double c = 2 * Math.cos(2 * Math.PI * hertz / 8_000);
    double one = 0;
    double two = 0;
    int count = 0;
    while (in.remaining() >= 2) {
      double now = in.getShort() + c * one - two;
      two = one;
      one = now;
      count++;
    }
    double amplitude = 2 * Math.sqrt(one * one + two * two - c * one * two) / count;
    return amplitude * amplitude / 1e8;
  }
}
