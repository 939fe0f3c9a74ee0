// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.load;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Makes text of a row's bytes and tells whether they are text at all. For one thread. */
final class CellText {

  private final Charset charset;
  private final CharsetDecoder strict;
  private final @Nullable CharsetDecoder utf8;
  private final boolean isTranscoded;
  private final CharBuffer room = CharBuffer.allocate(RowReader.LONGEST_ROW + 2);

  /**
   * Text of an encoding.
   *
   * @param charset of the file; the bytes of one with two bytes a letter arrive here as UTF-8
   */
  CellText(Charset charset) {
    isTranscoded = ListGuess.isWide(charset);
    this.charset = isTranscoded ? StandardCharsets.UTF_8 : charset;
    strict = strict(this.charset);
    utf8 =
        this.charset.equals(StandardCharsets.UTF_8)
                || this.charset.newEncoder().maxBytesPerChar() > 1
            ? null
            : strict(StandardCharsets.UTF_8);
  }

  private static CharsetDecoder strict(Charset charset) {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  /** Why a row is no text in the file's encoding, as part of a sentence; null where it is. */
  @Nullable String trouble(RowReader row) {
    if (row.isAscii()) {
      return null;
    }
    ByteBuffer bytes = ByteBuffer.wrap(row.buffer(), row.begin(), row.end() - row.begin());
    if (!fits(strict, bytes.duplicate())) {
      return "it has bytes that are no " + charset.name();
    }
    if (isTranscoded && room.flip().chars().anyMatch(c -> c == '\uFFFD')) {
      return "it has bytes that are no text";
    }
    // Nearly all bytes are letters of a one-byte encoding, but hardly any row is UTF-8 by chance.
    if (utf8 != null && fits(utf8, bytes)) {
      return "it is UTF-8 in a file that is " + charset.name();
    }
    return null;
  }

  private boolean fits(CharsetDecoder decoder, ByteBuffer bytes) {
    room.clear();
    decoder.reset();
    return !decoder.decode(bytes, room, true).isError() && !decoder.flush(room).isError();
  }

  /** A cell as text, its doubled quotes as one. */
  String of(RowReader row, int cell) {
    int start = row.start(cell);
    String text =
        new String(
            row.buffer(),
            start,
            row.end(cell) - start,
            row.isAscii() ? StandardCharsets.ISO_8859_1 : charset);
    return row.isEscaped(cell) ? text.replace("\"\"", "\"") : text;
  }

  /** Whether a cell's bytes can be kept as they are: UTF-8, and no quote stands for another. */
  boolean isKept(RowReader row, int cell) {
    return !row.isEscaped(cell) && (row.isAscii() || charset.equals(StandardCharsets.UTF_8));
  }

  /** The beginning of a row as text, whatever it is. */
  String shown(RowReader row) {
    return new String(row.shown(), charset);
  }
}
