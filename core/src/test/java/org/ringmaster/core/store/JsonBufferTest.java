// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class JsonBufferTest {
  private final JsonBuffer json = new JsonBuffer();

  @Test
  void everyTextComesBackAsItWas() throws IOException {
    StringBuilder all = new StringBuilder();
    for (char c = 0; c < 0x300; c++) {
      all.append(c);
    }
    for (String text : new String[] {"", "plain", "\"\\/", "naïve ☎ 電話 🎧", all.toString()}) {
      json.clear();
      json.string(text);
      assertEquals(text, read().asText());
    }
  }

  @Test
  void membersAndElementsAreSeparated() throws IOException {
    json.begin('{');
    json.name(JsonBuffer.quoted("empty"));
    json.begin('[');
    json.end(']');
    json.name("many");
    json.begin('[');
    json.plain("1");
    json.begin('{');
    json.end('}');
    json.string("two");
    json.end(']');
    json.name(JsonBuffer.quoted("last"));
    json.plain("true");
    json.end('}');
    assertEquals("{\"empty\":[],\"many\":[1,{},\"two\"],\"last\":true}", read().toString());
  }

  @Test
  void whatIsLongerThanTheBufferWasGrowsIt() throws IOException {
    String text = "ab\n".repeat(20_000);
    json.string(text);
    assertEquals(text, read().asText());
  }

  private JsonNode read() throws IOException {
    return new ObjectMapper().readTree(json.array(), 0, json.length());
  }
}
