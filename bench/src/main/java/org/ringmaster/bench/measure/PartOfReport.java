// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.measure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A report of some parts of a bench, put into the kept report of all of them: a row that was
 * measured again takes the place of the former one and says when that was and beside what load; the
 * others stay as they are.
 */
final class PartOfReport {
  static final String MEASURED = "measured";
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private PartOfReport() {}

  /**
   * The kept report with the part's rows.
   *
   * @throws IllegalArgumentException if one is a quick look and the other is not
   */
  static String into(String kept, String part) throws JsonProcessingException {
    ObjectNode all = (ObjectNode) JSON.readTree(kept);
    JsonNode again = JSON.readTree(part);
    if (all.path("quick").asBoolean() != again.path("quick").asBoolean()) {
      throw new IllegalArgumentException(
          "a quick part cannot be kept among the rows of a full run, nor the other way round: leave"
              + " out --save, or measure all parts");
    }
    ArrayNode rows = (ArrayNode) all.path("rows");
    for (JsonNode row : again.path("rows")) {
      ObjectNode measured = JSON.createObjectNode();
      measured.set("at", again.path("at"));
      measured.set("load_before", again.path("machine").path("load_before"));
      measured.set("load_after", again.path("machine").path("load_after"));
      ((ObjectNode) row).set(MEASURED, measured);
      put(rows, row);
    }
    return JSON.writeValueAsString(all);
  }

  private static void put(ArrayNode rows, JsonNode row) {
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).path("what").equals(row.path("what"))) {
        rows.set(i, row);
        return;
      }
    }
    rows.add(row);
  }
}
