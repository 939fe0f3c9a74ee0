// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.codec;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.kernel.Personal;

/** Record types of every shape, for the tests of the codec. */
final class Samples {
  private Samples() {}

  record ThingId(String value) {}

  record Count(long value) {}

  record Cause(int code) {}

  enum Colour {
    RED,
    GREEN
  }

  enum Mood {
    UNKNOWN,
    GLAD
  }

  interface Said {}

  record Hello(ThingId to, int times) implements Said {}

  record Nothing() implements Said {}

  record Skill(String name, int level) {}

  record Tree(String name, List<Tree> branches) {}

  record Numbers(long a, int b, boolean c, double d) {}

  record Values(
      @Nullable String text,
      @Nullable ThingId thing,
      @Nullable Count number,
      @Nullable Cause cause,
      @Nullable Colour colour,
      @Nullable Skill skill,
      @Nullable Said said,
      @Nullable Personal who,
      @Nullable Long boxed,
      @Nullable Integer boxedInt,
      @Nullable Boolean flag,
      @Nullable Double share,
      @Nullable LocalDate day,
      @Nullable LocalTime hour,
      @Nullable ZoneId zone) {}

  record Many(
      List<ThingId> things,
      List<Skill> skills,
      List<Said> said,
      List<Long> numbers,
      Set<ThingId> set,
      Map<ThingId, Integer> map,
      List<Personal> people,
      Map<String, Personal> phones) {}

  record Moody(Mood mood) {}

  record Picky(String text) implements Said {
    Picky {
      if (text.isEmpty()) {
        throw new IllegalArgumentException("empty");
      }
    }
  }

  static final CodecRegistry REGISTRY =
      CodecRegistry.builder()
          .add("said.hello", Hello.class)
          .add("said.nothing", Nothing.class)
          .add("said.picky", Picky.class)
          .add("sample.numbers", Numbers.class)
          .add("sample.values", Values.class)
          .add("sample.many", Many.class)
          .add("sample.tree", Tree.class)
          .add("sample.moody", Moody.class)
          .build();

  static final Values ABSENT =
      new Values(
          null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);

  static final Values FULL =
      new Values(
          "Grüße, 世界",
          new ThingId("l01-t3k9a2-0000000042"),
          new Count(-7),
          new Cause(16),
          Colour.GREEN,
          new Skill("sales", 3),
          new Hello(new ThingId("a"), 2),
          new Personal("+441632960123"),
          0L,
          -1,
          false,
          -0.0,
          LocalDate.of(2026, 2, 28),
          LocalTime.of(17, 30),
          ZoneId.of("Europe/Berlin"));

  static final Many MANY =
      new Many(
          List.of(new ThingId("b"), new ThingId("a")),
          List.of(new Skill("x", 0), new Skill("y", 1)),
          List.of(new Nothing(), new Hello(new ThingId("z"), 1)),
          List.of(0L, Long.MIN_VALUE, Long.MAX_VALUE),
          Set.of(new ThingId("c"), new ThingId("a"), new ThingId("b")),
          Map.of(new ThingId("k2"), 2, new ThingId("k1"), 1),
          List.of(new Personal("Ada"), new Personal("Bob")),
          Map.of("home", new Personal("+441632960001"), "work", new Personal("+441632960002")));
}
