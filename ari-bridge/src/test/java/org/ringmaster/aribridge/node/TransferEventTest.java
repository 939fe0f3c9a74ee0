// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ringmaster.aribridge.node.NodeSettings.RequestPath;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.kernel.Personal;

/** What Asterisk tells when a telephone's own transfer key is pressed. */
class TransferEventTest {
  private static final String SOURCE =
      "\"referred_by\":{\"source_channel\":{\"id\":\"l01-t3k9a2-0000000042\","
          + "\"name\":\"PJSIP/tel01-00000003\",\"state\":\"Up\"},"
          + "\"connected_channel\":{\"id\":\"edge1-1.2\"},"
          + "\"bridge\":{\"id\":\"b01-t3k9a2-0000000050\"}}";
  private static final LegId LEG = new LegId("l01-t3k9a2-0000000042");

  @Test
  void theLegThatAsksAndWhatItDialledAreToldAndWhatWeSaidOfItIsNot() {
    try (NodeFixture fixture = new NodeFixture(RequestPath.WEBSOCKET).start()) {
      transfer(fixture, "", "\"requested_destination\":{\"destination\":\"1002\"}");
      transfer(
          fixture,
          "\"state\":\"channel_answered\",",
          "\"requested_destination\":{\"destination\":\"1002\"}");
      transfer(
          fixture,
          "",
          "\"requested_destination\":{\"destination\":\"line\",\"protocol_id\":\"abc@host\","
              + "\"additional_protocol_params\":[{\"parameter_name\":\"from\","
              + "\"parameter_value\":\"x\"}]},"
              + "\"destination_channel\":{\"id\":\"edge1-1.9\",\"name\":\"PJSIP/tel01-00000004\"}");
      transfer(
          fixture,
          "",
          "\"requested_destination\":{\"destination\":\"\",\"protocol_id\":\"unknown@host\"}");
      fixture.inputs.await(CallInput.HandOnAsked.class, 3);
      assertEquals(
          List.of(
              asked("1002", false, null),
              asked("line", true, new LegId("edge1-1.9")),
              asked("", true, null)),
          fixture.inputs.all(CallInput.HandOnAsked.class));
    }
  }

  private static CallInput.HandOnAsked asked(
      String to, boolean attended, @Nullable LegId replaces) {
    return new CallInput.HandOnAsked(NodeFixture.NODE, LEG, new Personal(to), attended, replaces);
  }

  private static void transfer(NodeFixture fixture, String state, String to) {
    fixture.event(
        "{\"type\":\"ChannelTransfer\",\"timestamp\":\"2026-11-22T12:00:01.250+0000\","
            + state
            + "\"refer_to\":{"
            + to
            + "},"
            + SOURCE
            + "}");
  }
}
