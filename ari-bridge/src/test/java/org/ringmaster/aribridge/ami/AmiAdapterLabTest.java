// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.ami;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.ringmaster.aribridge.cel.CelRow;
import org.ringmaster.aribridge.cel.CelWitness;
import org.ringmaster.aribridge.support.RecordingInputs;
import org.ringmaster.aribridge.support.Until;
import org.ringmaster.asteriskconf.ConfFiles;
import org.ringmaster.core.call.CallCommand;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.lab.CallerBehaviour;
import org.ringmaster.lab.EdgePlan;
import org.ringmaster.lab.Lab;
import org.ringmaster.lab.LabAsterisk;
import org.ringmaster.lab.LabPlan;

/** AMI of a real Asterisk. */
@Tag("lab")
class AmiAdapterLabTest {
  private static final NodeId NODE = new NodeId("edge");

  private final List<String> told = new CopyOnWriteArrayList<>();
  private final AmiListener listener =
      new AmiListener() {
        @Override
        public void endpoint(NodeId node, EndpointStatus status) {
          told.add(status.endpoint() + " " + status.device());
        }

        @Override
        public void registration(NodeId node, String registration, String state) {
          told.add(registration + " " + state);
        }

        @Override
        public void connection(NodeId node, boolean up) {
          told.add(up ? "up" : "away");
        }
      };

  private AmiAdapter adapter(LabAsterisk edge, String secret) {
    AmiAddress address = new AmiAddress("127.0.0.1", edge.amiPort(), false, edge.amiUser(), secret);
    assertFalse(address.toString().contains(edge.amiSecret()));
    return new AmiAdapter(NODE, address, listener, false, ZoneId.systemDefault());
  }

  @Test
  void endpointsAreListedFollowedAndListedAgainAfterACrash() {
    try (Lab lab = Lab.start(LabPlan.usual());
        AmiAdapter ami = adapter(lab.edge(), lab.edge().amiSecret())) {
      ami.start();
      Until.holds("up", ami::isUp);
      EndpointStatus first = ami.endpoints().get("tel01");
      assertTrue(first.reachable());
      assertEquals("NOT_INUSE", first.device());
      lab.outside().call("49301000", "491512345009", CallerBehaviour.abandonsAfter(500));
      Until.holds(() -> "trunk in use and free again: " + told, this::trunkWasUsed);
      assertTrue(ami.reload("res_pjsip.so").join());
      assertFalse(ami.reload("no_such_module.so").join());
      assertThrows(IllegalArgumentException.class, () -> ami.reload("x\r\nAction: Originate"));
      lab.edge().kill();
      Until.holds("away", () -> told.contains("away"));
      assertFalse(ami.reload("res_pjsip.so").join());
      lab.edge().startAgain();
      Until.holds("up again", ami::isUp);
      assertTrue(ami.endpoints().containsKey("tel10"));
    }
  }

  @Test
  void aRegistrationThatItsCarrierDoesNotTakeIsTold() {
    ConfFiles registering =
        new ConfFiles(
            Map.of(
                "pjsip.conf",
                """

                [outside]
                type = registration
                server_uri = sip:127.0.0.1:9
                client_uri = sip:us@127.0.0.1:9
                """));
    LabPlan plan = LabPlan.of(EdgePlan.usual("edge").with(registering)).withoutOutside();
    try (Lab lab = Lab.start(plan);
        AmiAdapter ami = adapter(lab.edge(), lab.edge().amiSecret())) {
      ami.start();
      Until.holds(
          () -> "told of the registration: " + told,
          () -> told.contains("outside Unregistered") || told.contains("outside Rejected"));
      assertEquals(Set.of("outside"), ami.registrations().keySet());
      told.clear();
      ami.tellAgain();
      Until.holds(
          () -> "told again: " + told,
          () -> told.stream().anyMatch(one -> one.startsWith("tel10 ")));
    }
  }

  @Test
  void aFarNodesEventLogComesThroughAmiAndIsAWitnessOfEnds() {
    ConfFiles far =
        new ConfFiles(
            Map.of(
                "cel.conf", "[manager]\nenabled = yes\n",
                "modules.conf", "load = cel_manager.so\n"));
    RecordingInputs inputs = new RecordingInputs();
    List<CelRow> rows = new CopyOnWriteArrayList<>();
    try (Lab lab = Lab.start(LabPlan.of(EdgePlan.usual("edge").with(far)));
        CelWitness witness = new CelWitness(NODE, null, inputs);
        AmiAdapter ami =
            new AmiAdapter(
                NODE,
                new AmiAddress(
                    "127.0.0.1",
                    lab.edge().amiPort(),
                    false,
                    lab.edge().amiUser(),
                    lab.edge().amiSecret()),
                new AmiListener() {
                  @Override
                  public void row(NodeId node, CelRow row) {
                    rows.add(row);
                    witness.take(row);
                  }
                },
                true,
                ZoneId.systemDefault())) {
      ami.start();
      Until.holds("up", ami::isUp);
      long before = System.currentTimeMillis() / 1_000;
      lab.outside().call("49301000", "491512345009", CallerBehaviour.abandonsAfter(500));
      Until.holds(
          () -> "the caller's end among " + rows,
          () -> rows.stream().anyMatch(row -> row.type().equals("HANGUP")));
      CelRow end = rows.stream().filter(row -> row.type().equals("HANGUP")).findFirst().get();
      assertTrue(rows.stream().anyMatch(row -> row.type().equals("CHAN_START")), rows::toString);
      assertEquals(0, end.atMicros() % 1_000_000, "whole seconds");
      assertTrue(Math.abs(end.atMicros() / 1_000_000 - before) < 30, end::toString);
      LegId leg = new LegId(end.uniqueId());
      witness.publish(new CallCommand.SeekWitness(NODE, leg));
      assertEquals(leg, inputs.await(CallInput.EndWitnessed.class).leg());
    }
  }

  private boolean trunkWasUsed() {
    int used = Math.max(told.indexOf("outside INUSE"), told.indexOf("outside BUSY"));
    return used >= 0 && told.lastIndexOf("outside NOT_INUSE") > used;
  }

  @Test
  void aWrongSecretIsRefusedAndTriedAgainWithoutHarm() {
    try (Lab lab = Lab.start(LabPlan.usual().withoutOutside());
        AmiAdapter ami = adapter(lab.edge(), "wrong")) {
      ami.start();
      Until.holds("refused", () -> log(lab.edge()).contains("failed to authenticate"));
      assertFalse(ami.isUp());
    }
  }

  private static String log(LabAsterisk edge) {
    try {
      return java.nio.file.Files.readString(edge.messagesFile());
    } catch (java.io.IOException none) {
      return "";
    }
  }
}
