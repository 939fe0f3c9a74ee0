// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.UnknownFieldSet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ringmaster.core.codec.Samples.Hello;
import org.ringmaster.core.codec.Samples.Many;
import org.ringmaster.core.codec.Samples.Mood;
import org.ringmaster.core.codec.Samples.Moody;
import org.ringmaster.core.codec.Samples.Numbers;
import org.ringmaster.core.codec.Samples.Skill;
import org.ringmaster.core.codec.Samples.ThingId;
import org.ringmaster.core.codec.Samples.Tree;
import org.ringmaster.core.codec.Samples.Values;
import org.ringmaster.core.kernel.Personal;

class FactCodecTest {
  private final FactCodec codec = FactCodec.of(Samples.REGISTRY);

  static List<Record> everyShape() {
    return List.of(
        new Numbers(0, 0, false, 0.0),
        new Numbers(Long.MIN_VALUE, Integer.MIN_VALUE, true, -0.0),
        new Numbers(Long.MAX_VALUE, -1, false, Double.NaN),
        Samples.ABSENT,
        Samples.FULL,
        Samples.MANY,
        new Samples.Nothing(),
        new Tree("root", List.of(new Tree("a", List.of(new Tree("b", List.of()))))),
        new Moody(Mood.GLAD));
  }

  @ParameterizedTest
  @MethodSource("everyShape")
  void aRecordComesBackAsItWas(Record value) {
    byte[] bytes = codec.encode(value);
    assertEquals(bytes.length, codec.size(value, EncodeMode.FULL));
    assertEquals(value, codec.decode(codec.nameOf(value), bytes));
  }

  @Test
  void aRecordIsReadFromTheMiddleOfABuffer() {
    byte[] bytes = codec.encode(Samples.FULL);
    byte[] wide = new byte[bytes.length + 20];
    System.arraycopy(bytes, 0, wide, 7, bytes.length);
    assertEquals(Samples.FULL, codec.decode("sample.values", wide, 7, bytes.length));
  }

  @Test
  void defaultsTakeNoBytes() {
    assertEquals(0, codec.encode(new Numbers(0, 0, false, 0.0)).length);
    assertEquals(0, codec.encode(Samples.ABSENT).length);
  }

  @Test
  void aMissingCollectionIsEmpty() {
    Many many = (Many) codec.decode("sample.many", new byte[0]);
    assertEquals(List.of(), many.things());
    assertEquals(Set.of(), many.set());
    assertEquals(Map.of(), many.map());
  }

  @Test
  void equalSetsAndMapsHaveEqualBytesWhateverTheirOrder() {
    Many again =
        new Many(
            Samples.MANY.things(),
            Samples.MANY.skills(),
            Samples.MANY.said(),
            Samples.MANY.numbers(),
            new LinkedHashSet<>(List.of(new ThingId("b"), new ThingId("c"), new ThingId("a"))),
            reversedMap(),
            Samples.MANY.people(),
            Samples.MANY.phones());
    assertArrayEquals(codec.encode(Samples.MANY), codec.encode(again));
  }

  private static Map<ThingId, Integer> reversedMap() {
    Map<ThingId, Integer> map = new LinkedHashMap<>();
    map.put(new ThingId("k2"), 2);
    map.put(new ThingId("k1"), 1);
    return map;
  }

  @Test
  void whatIsPersonalDoesNotCountInTheHash() {
    Values other =
        new Values(
            Samples.FULL.text(),
            Samples.FULL.thing(),
            Samples.FULL.number(),
            Samples.FULL.cause(),
            Samples.FULL.colour(),
            Samples.FULL.skill(),
            Samples.FULL.said(),
            new Personal("somebody else"),
            Samples.FULL.boxed(),
            Samples.FULL.boxedInt(),
            Samples.FULL.flag(),
            Samples.FULL.share(),
            Samples.FULL.day(),
            Samples.FULL.hour(),
            Samples.FULL.zone());
    assertEquals(codec.hash(Samples.FULL), codec.hash(other));
    assertNotEquals(codec.hash(Samples.FULL), codec.hash(Samples.ABSENT));
    assertEquals(
        codec.hash(Samples.MANY),
        codec.hash(
            new Many(
                Samples.MANY.things(),
                Samples.MANY.skills(),
                Samples.MANY.said(),
                Samples.MANY.numbers(),
                Samples.MANY.set(),
                Samples.MANY.map(),
                List.of(),
                Map.of("home", new Personal("x"), "work", new Personal("y")))));
  }

  @Test
  void theHashIsTheSameForEver() {
    assertEquals(EXPECTED_HASH, codec.hash(new Hello(new ThingId("l01"), 3)));
  }

  private static final long EXPECTED_HASH = 4474057161881306749L;

  @Test
  void fieldsOfANewerVersionAreSkipped() throws Exception {
    byte[] known = codec.encode(new Hello(new ThingId("a"), 2));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(known);
    UnknownFieldSet.newBuilder()
        .addField(3, UnknownFieldSet.Field.newBuilder().addVarint(7).build())
        .addField(90, UnknownFieldSet.Field.newBuilder().addFixed64(7).addFixed32(1).build())
        .build()
        .writeTo(bytes);
    assertEquals(new Hello(new ThingId("a"), 2), codec.decode("said.hello", bytes.toByteArray()));
  }

  @Test
  void anOlderVersionsBytesFindDefaults() {
    record Old(String name) {}
    record New(String name, int level, List<String> tags, boolean on) {}
    byte[] old =
        FactCodec.of(CodecRegistry.builder().add("x.y", Old.class).build()).encode(new Old("n"));
    FactCodec newer = FactCodec.of(CodecRegistry.builder().add("x.y", New.class).build());
    assertEquals(new New("n", 0, List.of(), false), newer.decode("x.y", old));
  }

  @Test
  void aConstantThatIsNotKnownBecomesUnknown() throws Exception {
    assertEquals(new Moody(Mood.UNKNOWN), codec.decode("sample.moody", text(1, "ANGRY")));
    CodecException refused =
        assertThrows(CodecException.class, () -> codec.decode("sample.values", text(5, "BLUE")));
    assertTrue(refused.getMessage().contains("BLUE"), refused.getMessage());
  }

  @Test
  void sealedPersonalTextReadsAsEmpty() throws Exception {
    ByteArrayOutputStream inner = new ByteArrayOutputStream();
    inner.write(text(2, "key of somebody"));
    inner.write(text(3, "unreadable"));
    byte[] outer = new byte[inner.size() + 2];
    outer[0] = 8 << 3 | 2;
    outer[1] = (byte) inner.size();
    System.arraycopy(inner.toByteArray(), 0, outer, 2, inner.size());
    assertEquals(new Personal(""), ((Values) codec.decode("sample.values", outer)).who());
  }

  @Test
  void aWrongWireTypeIsAnErrorAndNotSkipped() throws Exception {
    assertThrows(CodecException.class, () -> codec.decode("sample.numbers", text(1, "text")));
  }

  @Test
  void aRecordThatRefusesWhatWasReadSaysItsName() {
    CodecException refused =
        assertThrows(CodecException.class, () -> codec.decode("said.picky", text(1, "")));
    assertTrue(refused.getMessage().contains("said.picky"), refused.getMessage());
  }

  @ParameterizedTest
  @MethodSource("everyShape")
  void randomBytesNeverDoWorseThanACodecException(Record value) {
    Random random = new Random(42);
    byte[] good = codec.encode(value);
    for (int i = 0; i < 5_000 && good.length > 0; i++) {
      byte[] bytes = good.clone();
      for (int j = 0; j <= random.nextInt(4); j++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      try {
        codec.decode(codec.nameOf(value), bytes, 0, random.nextInt(bytes.length + 1));
      } catch (CodecException expected) {
        assertTrue(expected.getMessage() != null);
      }
    }
  }

  @Test
  void whatCannotBeEncodedIsToldWhenItIsRegistered() {
    record Odd(Object anything) {}
    CodecException refused =
        assertThrows(
            CodecException.class,
            () -> FactCodec.of(CodecRegistry.builder().add("x.odd", Odd.class).build()));
    assertTrue(refused.getMessage().contains("anything"), refused.getMessage());
  }

  @Test
  void aNameOrATypeGivenTwiceIsRefused() {
    assertThrows(
        CodecException.class,
        () -> CodecRegistry.builder().add("x.a", Skill.class).add("x.a", Hello.class));
    assertThrows(
        CodecException.class,
        () -> CodecRegistry.builder().add("x.a", Skill.class).add("x.b", Skill.class));
    assertThrows(CodecException.class, () -> CodecRegistry.builder().add("NoName", Skill.class));
  }

  private static byte[] text(int number, String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    out.writeString(number, text);
    out.flush();
    return bytes.toByteArray();
  }
}
