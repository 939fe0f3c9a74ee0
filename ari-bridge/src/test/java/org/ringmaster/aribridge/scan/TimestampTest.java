// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampTest {
  private static long micros(String text) {
    byte[] bytes = ("ab" + text + "cd").getBytes(StandardCharsets.US_ASCII);
    return Timestamp.micros(bytes, 2, bytes.length - 2);
  }

  @Test
  void tenThousandRandomInstantsReadAsJavaReadsThem() {
    Random random = new Random(7);
    DateTimeFormatter format = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxx");
    for (int i = 0; i < 10_000; i++) {
      ZoneOffset zone = ZoneOffset.ofTotalSeconds((random.nextInt(2 * 56) - 56) * 900);
      LocalDateTime local =
          LocalDateTime.of(1971 + random.nextInt(150), 1, 1, 0, 0)
              .plusSeconds(random.nextInt(366 * 86_400))
              .plus(random.nextInt(1_000), ChronoUnit.MILLIS);
      Instant instant = local.toInstant(zone);
      long expected = ChronoUnit.MICROS.between(Instant.EPOCH, instant);
      assertEquals(expected, micros(format.format(local.atOffset(zone))));
    }
  }

  @Test
  void microsecondsAndOtherSpellingsOfTheZoneAreRead() {
    long noon = Instant.parse("2026-11-22T12:00:00Z").getEpochSecond() * 1_000_000L;
    assertEquals(noon + 123_456, micros("2026-11-22T12:00:00.123456+0000"));
    assertEquals(noon + 123_456, micros("2026-11-22T12:00:00.123456789Z"));
    assertEquals(noon, micros("2026-11-22T14:00:00+02:00"));
    assertEquals(noon, micros("2026-11-22 12:00:00"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-11-22",
        "2026-13-22T12:00:00.000+0000",
        "2026-11-22T25:00:00.000+0000",
        "2026-11-22T12:00:00.000+00",
        "2026-11-22T12:00:00.000*0000",
        "20x6-11-22T12:00:00.000+0000",
        "2026-11-22T12:00:00.000+0x00"
      })
  void whatIsNoTimestampIsNone(String text) {
    assertEquals(Timestamp.NONE, micros(text));
  }
}
