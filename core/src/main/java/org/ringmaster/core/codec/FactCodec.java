// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.codec;

import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Turns registered records (facts, inputs, commands, rows of a snapshot) into bytes of the protobuf
 * wire format and back. The field number is the position of the record component, so components are
 * only ever appended: older readers skip what they do not know, newer ones find zero, false, null
 * or an empty collection. Immutable; used by any thread.
 */
public final class FactCodec {
  private static final Hasher64 HASHER = Hashing.xxh3_64();

  private final Shapes shapes;

  private FactCodec(Shapes shapes) {
    this.shapes = shapes;
  }

  /**
   * Looks at every listed type. What reads and writes it is made ready when it is first used, or by
   * {@link #prepare}.
   *
   * @throws CodecException naming the component whose type cannot be encoded
   */
  public static FactCodec of(CodecRegistry registry) {
    return new FactCodec(new Shapes(registry));
  }

  /**
   * Makes ready now what reads and writes the types that have several components, so that nobody
   * waits for it later.
   *
   * @throws CodecException naming the type whose constructor or components cannot be reached
   */
  public void prepare() {
    shapes.named().values().forEach(TypeCodec::prepare);
    shapes.nested().values().forEach(TypeCodec::prepare);
  }

  /** The stable short name of a record's type. */
  public String nameOf(Record value) {
    return shapes.registered(value.getClass()).name();
  }

  /** Bytes that {@link #write} will write. */
  public int size(Record value, EncodeMode mode) {
    return shapes.registered(value.getClass()).size(value, mode);
  }

  /**
   * Writes the record without its name. Nothing is boxed and nothing allocated but by {@code out}.
   */
  public void write(Record value, EncodeMode mode, CodedOutputStream out) throws IOException {
    shapes.registered(value.getClass()).write(value, mode, out);
  }

  /** The record's bytes without its name. */
  public byte[] encode(Record value, EncodeMode mode) {
    return encode(shapes.registered(value.getClass()), value, mode);
  }

  /** The record's whole bytes without its name. */
  public byte[] encode(Record value) {
    return encode(value, EncodeMode.FULL);
  }

  /**
   * Reads a record of the named type from the whole of {@code bytes}.
   *
   * @throws CodecException when the name is unknown or the bytes are not a record of its type
   */
  public Record decode(String name, byte[] bytes) {
    return decode(name, bytes, 0, bytes.length);
  }

  /** Reads a record of the named type from a part of {@code bytes}. */
  public Record decode(String name, byte[] bytes, int offset, int length) {
    TypeCodec codec = shapes.named(name);
    try {
      return codec.read(CodedInputStream.newInstance(bytes, offset, length));
    } catch (CodecException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // Constructors of ids, dates and zones refuse what they cannot be.
      throw new CodecException("these " + length + " bytes are no " + name, e);
    }
  }

  /** Reads a record that stands in {@code in} with its length in front. */
  public Record readNested(String name, CodedInputStream in) throws IOException {
    return shapes.named(name).readNested(in);
  }

  /**
   * A 64-bit hash (XXH3) over name and content without what is personal: the same on every machine,
   * in every version that has appended nothing to the type.
   */
  public long hash(Record value) {
    TypeCodec codec = shapes.registered(value.getClass());
    long name = HASHER.hashBytesToLong(codec.name().getBytes(StandardCharsets.UTF_8));
    return Long.rotateLeft(name, 1) ^ HASHER.hashBytesToLong(encode(codec, value, EncodeMode.HASH));
  }

  /** Every name with its numbered fields and their types; see {@link Schema}. */
  public Schema schema() {
    return Schema.of(shapes);
  }

  /** A number that is another one for another {@link #schema}. */
  public long fingerprint() {
    return HASHER.hashBytesToLong(schema().text().getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] encode(TypeCodec codec, Record value, EncodeMode mode) {
    byte[] bytes = new byte[codec.size(value, mode)];
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    try {
      codec.write(value, mode, out);
    } catch (IOException e) {
      throw new CodecException(codec.name() + " changed while it was written", e);
    }
    out.checkNoSpaceLeft();
    return bytes;
  }
}
