// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ringmaster.asteriskconf.ConfName;
import org.ringmaster.asteriskconf.FallbackQueue;
import org.ringmaster.asteriskconf.HostAddress;
import org.ringmaster.asteriskconf.HostPort;
import org.ringmaster.lab.EdgePlan;

class AsteriskPlanTest {
  private static final Map<String, String> ENVIRONMENT = Map.of("S", "the-secret-itself");

  @Test
  void theLabsEdgeHasTheTelephonesNumbersAndFallbackQueuesOfTheFile() throws Exception {
    EdgePlan edge = LabEdges.of(read(FirstConfiguration.text())).getFirst();

    assertEquals("edge", edge.node().value());
    assertEquals(5, edge.registering().size());
    assertEquals(List.of(), edge.elsewhere());
    assertEquals(
        List.of("49301000", "49301001"),
        edge.numbers().stream().map(number -> number.number().value()).toList());
    FallbackQueue support = edge.fallbackQueues().get(1);
    assertEquals(FallbackQueue.Strategy.RINGALL, support.strategy());
    assertEquals(20, support.ringSeconds());
    assertEquals(600, support.maxWaitSeconds());
    assertEquals(List.of(new ConfName("tel04"), new ConfName("tel05")), support.telephones());
  }

  @Test
  void theFallbackKeepsStrategyPenaltiesWeightAndLength() throws Exception {
    String text =
        FirstConfiguration.text()
            .replaceFirst(
                "  support:\\n",
                "  night: {agents: [anna, bruno], strategy: rrmemory, penalties: {bruno: 3},"
                    + " weight: 2, maxlen: 7}\n  support:\n");
    FallbackQueue night =
        LabEdges.of(read(text)).getFirst().fallbackQueues().stream()
            .filter(queue -> queue.name().value().equals("night"))
            .findFirst()
            .orElseThrow();

    assertEquals(FallbackQueue.Strategy.RRMEMORY, night.strategy());
    assertEquals(List.of(0, 3), night.penalties());
    assertEquals(2, night.weight());
    assertEquals(7, night.maxLength());
  }

  @Test
  void everySpellingOfANumberIsAnExtensionAndWhatIsWrittenComesFirst() throws Exception {
    EdgePlan edge =
        LabEdges.of(
                read(
                    """
                    nodes: {edge: {lab: yes}}
                    queues: {q: {agents: []}, r: {agents: []}}
                    numbers: {"+493012345678": {queue: q}, "3012345678": {queue: r}}
                    """
                        .replace("queues:", "region: FR\nqueues:")))
            .getFirst();
    assertEquals(
        List.of("+493012345678 q", "3012345678 r", "493012345678 q", "00493012345678 q"),
        edge.numbers().stream().map(one -> one.number() + " " + one.fallback()).toList());
  }

  @Test
  void aLabsTelephoneWithAContactOrSecretIsARealOneElsewhere() throws Exception {
    EdgePlan edge =
        LabEdges.of(
                read(
                    """
                    nodes: {edge: {lab: yes}}
                    telephones:
                      desk: {node: edge, contact: "sip:127.0.0.1:5099", secret: "${env:S}"}
                      soft: {node: edge, secret: "${env:S}"}
                    queues: {q: {agents: [], timeout: 1, musicclass: quiet}, r: {agents: [], musicclass: jazz}}
                    """))
            .getFirst();

    assertEquals(List.of(), edge.registering());
    assertEquals(new HostPort("127.0.0.1", 5099), edge.elsewhere().getFirst().fixedAt());
    assertEquals("the-secret-itself", edge.elsewhere().get(1).secret().reveal());
    assertEquals(5, edge.fallbackQueues().getFirst().ringSeconds(), "app_queue's least");
    assertEquals("default", edge.fallbackQueues().getFirst().music().value());
    assertEquals(
        List.of("default", "jazz"), edge.music().stream().map(one -> one.name().value()).toList());
  }

  @Test
  void anOwnAsteriskGetsLinesForEachEndpointAndNoSecrets() throws Exception {
    Configuration own =
        read(
            """
            nodes:
              berlin:
                ari: {url: "http://192.0.2.5:8088/ari", user: ringmaster, secret: "${env:S}"}
            trunks:
              carrier: {node: berlin, contact: "sip:198.51.100.7", username: us, secret: "${env:S}", register: yes, match: [198.51.100.7]}
            telephones:
              tel1: {node: berlin, contact: "sip:192.0.2.9:5062"}
              web1: {node: berlin, webrtc: yes}
            agents: {anna: {number: 1, telephone: tel1}}
            queues: {sales: {agents: [anna]}}
            numbers: {"4930": {queue: sales}}
            """);
    Map<String, String> lines =
        AsteriskLines.of(own, own.nodes().getFirst(), new HostAddress("192.0.2.4"));

    String pjsip = lines.get("pjsip.conf");
    assertTrue(pjsip.contains("[carrier]\ntype = endpoint\ncontext = from-trunk\n"), pjsip);
    assertTrue(pjsip.contains("client_uri = sip:us@198.51.100.7\n"), pjsip);
    assertTrue(pjsip.contains("match = 198.51.100.7\n"), pjsip);
    assertTrue(pjsip.contains("contact = sip:tel1@192.0.2.9:5062\n"), pjsip);
    assertTrue(pjsip.contains("webrtc = yes\n"), pjsip);
    assertTrue(lines.get("http.conf").contains("bindport = 8088"));
    assertTrue(lines.get("extensions.conf").contains("exten => 4930,1,Stasis(ringmaster,inbound"));
    assertFalse(lines.toString().contains("the-secret-itself"));
    assertEquals(List.of(), LabEdges.of(own));
  }

  @Test
  void aTelephonesTransferKeyIsHeededWhereTheFileSaysSo() throws Exception {
    Configuration both =
        read(
            """
            nodes:
              edge: {lab: yes}
              berlin:
                ari: {url: "http://192.0.2.5:8088/ari", user: ringmaster, secret: "${env:S}"}
            telephones:
              one: {node: edge}
              two: {node: edge, transferkey: yes}
              desk: {node: edge, contact: "sip:127.0.0.1:5099", transferkey: yes}
              tel1: {node: berlin}
              tel2: {node: berlin, transferkey: yes}
            """);
    EdgePlan edge = LabEdges.of(both).getFirst();
    assertEquals(List.of(new ConfName("two")), edge.transferKeys());
    assertTrue(edge.elsewhere().getFirst().transferKey());

    String pjsip =
        AsteriskLines.of(both, both.nodes().get(1), new HostAddress("192.0.2.4")).get("pjsip.conf");
    String heeded = "allow_transfer = yes\nset_var = PJSIP_TRANSFER_HANDLING()=ari-only\n";
    assertFalse(pjsip.substring(pjsip.indexOf("[tel1]"), pjsip.indexOf("[tel2]")).contains(heeded));
    assertTrue(pjsip.substring(pjsip.indexOf("[tel2]")).contains(heeded), pjsip);
  }

  private static Configuration read(String text) throws ConfigurationRefused {
    return ConfigurationFile.read("x.yaml", text, Path.of("."), ENVIRONMENT);
  }
}
