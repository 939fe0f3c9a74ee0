// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.codec;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One numbered component of one record type. Immutable; used by any thread. */
abstract class FieldCodec {
  final int number;
  final int wireType;
  final String type;

  FieldCodec(int number, int wireType, String type) {
    this.number = number;
    this.wireType = wireType;
    this.type = type;
  }

  /**
   * Bytes that {@link #write} will write, tag included; 0 when the value is the default and thus
   * absent.
   */
  abstract int size(Record owner, EncodeMode mode);

  abstract void write(Record owner, EncodeMode mode, CodedOutputStream out) throws IOException;

  /** Reads one occurrence; {@code before} is what earlier occurrences gave, or {@link #missing}. */
  abstract @Nullable Object read(CodedInputStream in, @Nullable Object before) throws IOException;

  /** Spins the accessor now that would be spun when it is first used. */
  abstract void prepare();

  /** The value of a component that the bytes do not have. */
  abstract @Nullable Object missing();

  /** Turns what was gathered into the component's value. */
  @Nullable Object finished(@Nullable Object gathered) {
    return gathered;
  }
}
