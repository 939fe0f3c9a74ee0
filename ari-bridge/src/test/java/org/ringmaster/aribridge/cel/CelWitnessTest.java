// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.cel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringmaster.aribridge.support.RecordingInputs;
import org.ringmaster.core.call.CallCommand;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.NodeId;

class CelWitnessTest {
  private static final NodeId NODE = new NodeId("edge");
  private static final String HANGUP =
      "{\"eventtype\":\"HANGUP\",\"eventtime\":\"1700000000.25\",\"uniqueid\":\"%s\","
          + "\"eventextra\":\"{\\\"hangupcause\\\":17}\"}\n";

  private static final String ROW =
      "{\"eventtype\":\"%s\",\"eventtime\":\"1700000000.%s\",\"uniqueid\":\"%s\"}\n";

  @TempDir Path folder;

  @Test
  void itIsToldWhetherALegWasAnsweredAndWhereThatCannotBeKnown() throws IOException {
    Path file = folder.resolve("cel.json");
    Files.writeString(
        file,
        ROW.formatted("CHAN_START", "1", "answered")
            + ROW.formatted("ANSWER", "2", "answered")
            + HANGUP.formatted("answered")
            + ROW.formatted("CHAN_START", "1", "rang")
            + HANGUP.formatted("rang")
            + HANGUP.formatted("half"));
    RecordingInputs inputs = new RecordingInputs();
    try (CelWitness witness = new CelWitness(NODE, file, inputs)) {
      witness.start();
      assertEquals(1_700_000_000_200_000L, answered(witness, inputs, "answered"));
      assertEquals(0, answered(witness, inputs, "rang"));
      assertEquals(-1, answered(witness, inputs, "half"), "its first row is missing");
    }
  }

  private static long answered(CelWitness witness, RecordingInputs inputs, String leg) {
    witness.publish(new CallCommand.SeekWitness(NODE, new LegId(leg)));
    return inputs
        .await(CallInput.EndWitnessed.class, end -> end.leg().value().equals(leg))
        .answeredMicros();
  }

  @Test
  void anEndThatIsInTheFileIsToldAndOneThatComesLaterToo() throws IOException {
    Path file = folder.resolve("cel.json");
    Files.writeString(file, HANGUP.formatted("a"));
    RecordingInputs inputs = new RecordingInputs();
    try (CelWitness witness = new CelWitness(NODE, file, inputs)) {
      witness.start();
      assertTrue(witness.publish(new CallCommand.SeekWitness(NODE, new LegId("b"))));
      assertTrue(witness.publish(new CallCommand.SeekWitness(NODE, new LegId("a"))));
      CallInput.EndWitnessed first = inputs.await(CallInput.EndWitnessed.class);
      assertEquals(new LegId("a"), first.leg());
      assertEquals(HangupCause.BUSY, first.cause());
      assertEquals(1_700_000_000_250_000L, inputs.told().getFirst().occurredAtMicros());
      Files.writeString(file, HANGUP.formatted("b"), StandardOpenOption.APPEND);
      inputs.await(CallInput.EndWitnessed.class, end -> end.leg().value().equals("b"));
      assertEquals(2, inputs.told().size());
    }
  }

  @Test
  void aFarNodesRowsCountAsWellAndOtherNodesAreNotItsBusiness() {
    RecordingInputs inputs = new RecordingInputs();
    try (CelWitness witness = new CelWitness(NODE, null, inputs)) {
      witness.start();
      assertFalse(
          witness.publish(new CallCommand.SeekWitness(new NodeId("other"), new LegId("a"))));
      witness.publish(new CallCommand.SeekWitness(NODE, new LegId("a")));
      witness.take(new CelRow("HANGUP", 7_000_000, "a", "", "", "", 16, ""));
      assertEquals(HangupCause.NORMAL, inputs.await(CallInput.EndWitnessed.class).cause());
      assertEquals(
          7_999_999, inputs.told().getFirst().occurredAtMicros(), "the end of a whole second");
    }
  }
}
