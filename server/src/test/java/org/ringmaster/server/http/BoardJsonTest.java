// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.board.CallRow;
import org.ringmaster.core.board.CallStage;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.Direction;
import org.ringmaster.core.call.NodeId;

class BoardJsonTest {

  @Test
  void whatATelephoneDialledIsMaskedForWhoMayNotSeeNumbers() throws IOException {
    String number = "+493055512345";
    assertTrue(json(Direction.INTERNAL, number, false).contains("\"dialled\":\"********45\""));
    assertTrue(json(Direction.INTERNAL, number, true).contains(number));
    assertTrue(json(Direction.INBOUND, "500", false).contains("\"dialled\":\"500\""));
  }

  private static String json(Direction direction, String dialled, boolean open) throws IOException {
    CallRow row =
        new CallRow(
            new CallId("c1"),
            new NodeId("edge"),
            direction,
            dialled,
            null,
            null,
            0,
            CallStage.TALKING,
            0,
            null,
            null,
            0,
            null,
            null,
            0,
            null,
            null);
    StringWriter text = new StringWriter();
    try (JsonGenerator out = new JsonFactory().createGenerator(text)) {
      BoardJson.call(out, row, open, queue -> null);
    }
    return text.toString();
  }
}
