// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.sheet;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads one part of a spreadsheet as XML, tag by tag. Nothing outside the part is read, nothing in
 * it stands for anything else, and nothing of it is held that could be long: what no spreadsheet
 * program writes ends the reading. For one thread.
 */
final class BookXml implements AutoCloseable {

  /** The longest tag with the text behind it; no quote and no text can hold what begins one. */
  private static final int LONGEST_BYTES = 1 << 20;

  private static final int DEEPEST = 64;
  private static final int MOST_NAMES = 2_000;
  private static final int MARK_BYTES = 3;
  private static final XMLInputFactory XML = factory();

  private final InputStream from;
  private final XMLStreamReader reader;
  private final Set<String> names = new HashSet<>();
  private int depth;

  private static XMLInputFactory factory() {
    XMLInputFactory made = XMLInputFactory.newDefaultFactory();
    made.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    made.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    made.setProperty(XMLInputFactory.IS_COALESCING, false);
    // Each &amp; of a long sheet counts there, and no part can define an entity of its own.
    made.setProperty("jdk.xml.totalEntitySizeLimit", "0");
    made.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
    made.setProperty("jdk.xml.entityExpansionLimit", "0");
    return made;
  }

  BookXml(InputStream part) throws IOException {
    from = new Guarded(withoutMark(part));
    try {
      reader =
          XML.createXMLStreamReader(
              new InputStreamReader(
                  from,
                  StandardCharsets.UTF_8
                      .newDecoder()
                      .onMalformedInput(CodingErrorAction.REPORT)
                      .onUnmappableCharacter(CodingErrorAction.REPORT)));
    } catch (XMLStreamException e) {
      throw BookParts.damaged(e);
    }
  }

  private static InputStream withoutMark(InputStream part) throws IOException {
    PushbackInputStream in = new PushbackInputStream(part, MARK_BYTES);
    byte[] first = in.readNBytes(MARK_BYTES);
    boolean isMark =
        first.length == MARK_BYTES
            && first[0] == (byte) 0xEF
            && first[1] == (byte) 0xBB
            && first[2] == (byte) 0xBF;
    if (!isMark) {
      in.unread(first);
    }
    return in;
  }

  /** Looks at the bytes before anything is held of them. */
  private static final class Guarded extends FilterInputStream {
    private long at;
    private long since;
    private int before;

    Guarded(InputStream from) {
      super(from);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int more = super.read(into, offset, length);
      for (int i = offset; i < offset + more; i++) {
        byte b = into[i];
        since = b == '<' ? 0 : since + 1;
        if (b == 0 || since > LONGEST_BYTES || before == '<' && isStrange(b)) {
          throw new IllegalArgumentException(
              "The spreadsheet holds what no spreadsheet program writes (definitions, comments, or"
                  + " a tag without an end): open it in one, save it again, or as CSV, and send"
                  + " that.");
        }
        before = b;
        at++;
      }
      return more;
    }

    /** The part's own first line is the only one that may begin so. */
    private boolean isStrange(byte b) {
      return b == '!' || b == '?' && at != 1;
    }
  }

  /** Goes on to the next tag or text; false at the end. */
  boolean next() throws IOException {
    try {
      if (!reader.hasNext()) {
        return false;
      }
      int event = reader.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
        names.add(reader.getLocalName());
        for (int i = 0; i < reader.getAttributeCount(); i++) {
          names.add(reader.getAttributeLocalName(i));
        }
        if (depth > DEEPEST || names.size() > MOST_NAMES) {
          throw BookParts.damaged(null);
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
      return true;
    } catch (XMLStreamException e) {
      throw BookParts.damaged(e);
    }
  }

  boolean isStart() {
    return reader.isStartElement();
  }

  boolean isEnd() {
    return reader.isEndElement();
  }

  boolean isText() {
    return reader.isCharacters();
  }

  /** The name of the tag at hand, without what is before a colon. */
  String name() {
    return reader.getLocalName();
  }

  /** An attribute of the tag at hand, without what is before a colon; null where it has none. */
  @Nullable String attribute(String name) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (reader.getAttributeLocalName(i).equals(name)) {
        return reader.getAttributeValue(i);
      }
    }
    return null;
  }

  /** Adds the text at hand as far as it fits. */
  void addText(StringBuilder to, int most) {
    int length = Math.min(reader.getTextLength(), most - to.length());
    if (length > 0) {
      to.append(reader.getTextCharacters(), reader.getTextStart(), length);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      reader.close();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    } finally {
      from.close();
    }
  }
}
