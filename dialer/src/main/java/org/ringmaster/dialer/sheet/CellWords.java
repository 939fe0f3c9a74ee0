// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.sheet;

import java.io.IOException;

/** Collects the words of a text whose parts may be formatted apart. For one thread. */
final class CellWords {

  /** No more of a text is kept: a row with a longer one is too long for a list. */
  static final int LONGEST = (1 << 16) + 2;

  private final BookXml part;
  private final StringBuilder text;
  private int spoken;
  private boolean isText;

  CellWords(BookXml part, StringBuilder text) {
    this.part = part;
    this.text = text;
  }

  /** Takes what is at hand, where it belongs to the text; how it is spoken does not. */
  void take() throws IOException {
    if (part.isStart()) {
      String name = part.name();
      spoken += name.equals("rPh") ? 1 : 0;
      isText = name.equals("t") && spoken == 0;
    } else if (part.isEnd()) {
      spoken -= part.name().equals("rPh") ? 1 : 0;
      isText = false;
    } else if (isText && part.isText()) {
      part.addText(text, LONGEST);
    }
  }
}
