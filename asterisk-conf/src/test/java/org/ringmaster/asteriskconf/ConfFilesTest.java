// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.asteriskconf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfFilesTest {
  private static final Login LOGIN =
      new Login(new ConfName("ringmaster"), new Secret("correct-horse"));
  private static final ConfName SALES = new ConfName("sales");
  private static final ConfName DESK = new ConfName("desk1");

  @Test
  void numbersLeadToStasisAndFromThereToTheFallback() {
    String dialplan = ConfFiles.of(edge(SALES, DESK)).text("extensions.conf");
    String expected =
        """
        [from-trunk]
        exten => 4930123,1,Stasis(ringmaster,inbound,${EXTEN},${CHANNEL(endpoint)})
        ; Here only if Ringmaster is away or gave the call back.
         same => n,Goto(fallback,${EXTEN},1)
        """;
    assertTrue(dialplan.contains(expected), dialplan);
    assertTrue(dialplan.contains("exten => 4930123,1,Answer()\n same => n,Queue(sales,,,,300)"));
    assertTrue(dialplan.contains("exten => s,1,Answer()\n same => n,Queue(sales,,,,300)"));
  }

  @Test
  void aNumberThatGoesPastRingmasterNeverEntersStasis() {
    InboundNumber past = new InboundNumber(new Extension("4930124"), SALES, true);
    String dialplan =
        ConfFiles.of(edge(List.of(past), List.of(queue(DESK)))).text("extensions.conf");
    assertTrue(dialplan.contains("exten => 4930124,1,Goto(fallback,${EXTEN},1)"), dialplan);
    assertFalse(dialplan.contains("Stasis(ringmaster,inbound"), dialplan);
  }

  @Test
  void aNumberWithoutAQueueOnlySaysToCallAgain() {
    EdgeConf edge = edge(List.of(new InboundNumber(new Extension("4930123"), null)), List.of());
    String dialplan = ConfFiles.of(edge).text("extensions.conf");
    assertFalse(dialplan.contains("Queue("));
    assertTrue(dialplan.contains("exten => s,1,Answer()\n same => n,Playback("), dialplan);
  }

  @Test
  void theFallbackQueueRingsItsTelephones() {
    String queues = ConfFiles.of(edge(SALES, DESK)).text("queues.conf");
    assertTrue(queues.contains("[sales]\nstrategy = leastrecent\ntimeout = 15\n"), queues);
    assertTrue(queues.contains("member => PJSIP/desk1,0\n"), queues);
  }

  @Test
  void aFixedTelephoneHasAnAddressAndARegisteringOneHasNone() {
    String pjsip = ConfFiles.of(edge(SALES, DESK)).text("pjsip.conf");
    assertTrue(pjsip.contains("[desk1]\ntype = aor\nmax_contacts = 1\n"), pjsip);
    assertTrue(pjsip.contains("[desk2]\ntype = aor\ncontact = sip:desk2@192.0.2.7:5060\n"), pjsip);
  }

  @Test
  void aTrunkIsToldByAddressAndHeaderAndRegistersIfItIsTo() {
    String pjsip = ConfFiles.of(edge(SALES, DESK)).text("pjsip.conf");
    assertTrue(
        pjsip.contains(
            "type = identify\nendpoint = carrier\nmatch = 192.0.2.1:5060\n"
                + "match_header = X-Carrier: ours\n"),
        pjsip);
    assertTrue(pjsip.contains("client_uri = sip:ringmaster@192.0.2.1:5060\n"), pjsip);
  }

  @Test
  void everyFileIsWrittenAndNoWordIsLeftOpen(@TempDir Path folder) throws Exception {
    ConfFiles files = ConfFiles.of(edge(SALES, DESK));
    files.writeTo(folder);
    for (Map.Entry<String, String> file : files.texts().entrySet()) {
      assertEquals(file.getValue(), Files.readString(folder.resolve(file.getKey())));
      assertFalse(file.getValue().contains("{{"), file::getKey);
      assertTrue(file.getValue().startsWith("; SPDX-License-Identifier"), file::getKey);
    }
    assertEquals(26, files.texts().size());
  }

  @Test
  void whatNamesSomethingThatIsNotThereIsRefused() {
    refused("no fallback queue named other", () -> edge(new ConfName("other"), DESK));
    refused("not a telephone of this edge: \"desk9\"", () -> edge(SALES, new ConfName("desk9")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a\nb", "a\rb", "a;b", "a\u0000b", "${EXTEN}", "a\tb", "a\\b", "a,b", "a|b", "ä"})
  void theLastGateRefusesWhateverCouldBreakOutOfItsPlace(String value) {
    refused(
        "not a value for a conf file",
        () ->
            ConfFiles.fill(ConfFilesTest.class, "gate", List.of("one.conf"), Map.of("it", value)));
  }

  @Test
  void theLinesForAnAsteriskOfTheUsersOwnHoldNoSecret() {
    OwnAsterisk own =
        new OwnAsterisk(
            new ConfName("pbx1"),
            new HostAddress("192.0.2.5"),
            8088,
            5038,
            new ConfName("ringmaster"),
            new ConfName("ringmaster"),
            new HostAddress("192.0.2.6"),
            "/var/log/asterisk/ringmaster-cel.json",
            List.of(new InboundNumber(new Extension("4930123"), SALES)),
            List.of(queue(DESK)));
    ConfFiles lines = own.linesToAdd();
    assertTrue(lines.text("asterisk.conf").startsWith("; The node's name"));
    assertTrue(lines.text("ari.conf").contains("[ringmaster]\ntype = user\n"));
    assertTrue(lines.text("ari.conf").contains("password = SECRET\n"));
    assertTrue(lines.text("extensions.conf").contains("Stasis(ringmaster,inbound,${EXTEN}"));
    assertTrue(lines.text("queues.conf").contains("member => PJSIP/desk1"));
    assertTrue(lines.text("cel_custom.conf").contains("[/var/log/asterisk/ringmaster-cel.json]"));
  }

  private static EdgeConf edge(ConfName fallback, ConfName rung) {
    return edge(
        List.of(new InboundNumber(new Extension("4930123"), fallback)), List.of(queue(rung)));
  }

  private static FallbackQueue queue(ConfName rung) {
    return new FallbackQueue(
        SALES,
        FallbackQueue.Strategy.LONGEST_IDLE,
        15,
        300,
        new ConfName("default"),
        List.of(rung));
  }

  private static EdgeConf edge(List<InboundNumber> numbers, List<FallbackQueue> queues) {
    HostPort carrier = new HostPort("192.0.2.1", 5060);
    List<TrunkSource> sources =
        List.of(
            new TrunkSource.Address("192.0.2.1:5060"),
            new TrunkSource.Header(new ConfName("X-Carrier"), new ConfName("ours")));
    return new EdgeConf(
        new ConfName("edge"),
        HostAddress.LOOPBACK,
        new Ports(5060, 8088, 5038, 10_000, 12_000),
        new Folders("/var/lib/ringmaster/edge", "/usr/lib/asterisk/modules", "/usr/share/asterisk"),
        SipTimers.standard(),
        LOGIN,
        LOGIN,
        List.of(new Trunk(new ConfName("carrier"), carrier, sources, LOGIN, true)),
        List.of(
            Telephone.registering("desk1", new Secret("12345678")),
            Telephone.fixed("desk2", new Secret("12345678"), new HostPort("192.0.2.7", 5060))),
        numbers,
        queues,
        List.of(MusicClass.supplied()));
  }

  private static void refused(String why, org.junit.jupiter.api.function.Executable attempt) {
    IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, attempt);
    assertTrue(String.valueOf(refusal.getMessage()).startsWith(why), refusal::getMessage);
  }
}
