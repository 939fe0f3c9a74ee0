// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.asteriskconf;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedValuesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "-edge",
        "edge one",
        "edge;comment",
        "edge]",
        "edge\n[general]",
        "edge\rx",
        "edge\u0000",
        "${SHELL(id)}",
        "../../etc/passwd",
        "edgé",
        "a23456789012345678901234567890123456789012"
      })
  void aNameThatCouldBeReadAsSomethingElseIsRefused(String name) {
    assertThrows(IllegalArgumentException.class, () -> new ConfName(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "49 30",
        "4930,1,System(id)",
        "4930;x",
        "4930\nexten => x",
        "_",
        "_X.X",
        "abc",
        "12345678901234567890123456789012345"
      })
  void aNumberThatCouldBeReadAsSomethingElseIsRefused(String number) {
    assertThrows(IllegalArgumentException.class, () -> new Extension(number));
  }

  @ParameterizedTest
  @ValueSource(strings = {"4930123", "+4930123", "*10", "_49301XXX", "_[2-9]XX.", "_X!"})
  void numbersCodesAndPatternsAreTaken(String number) {
    assertEquals(number, new Extension(number).toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"short", "with space in it", "semi;colon;x", "new\nline-12345"})
  void aSecretThatCouldBeReadAsSomethingElseIsRefusedAndNotPrinted(String secret) {
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> new Secret(secret));
    assertFalse(String.valueOf(refusal.getMessage()).contains(secret));
  }

  @Test
  void secretsPrintAsStars() {
    Login login = Login.drawn("ringmaster");
    assertFalse(login.toString().contains(login.secret().reveal()));
    assertNotEquals(Secret.draw().reveal(), Secret.draw().reveal());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "1.2.3", "1.2.3.256", "1.2.3.4.5", "01.2.3.4x", "a.b.c.d", "1.2.3.4."})
  void whatIsNoAddressIsRefused(String address) {
    assertThrows(IllegalArgumentException.class, () -> new HostAddress(address));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "127.0.0.1", "192.168.255.254"})
  void addressesAreTaken(String address) {
    assertDoesNotThrow(() -> new HostAddress(address));
  }

  @Test
  void portsHostsFoldersAndTimesOutOfRangeAreRefused() {
    refused(() -> new HostPort("host", 0));
    refused(() -> new HostPort("host:5060", 5060));
    refused(() -> new HostPort("host\n", 5060));
    refused(() -> new Ports(5060, 8088, 70_000, 10_000, 11_000));
    refused(() -> new Ports(5060, 8088, 5038, 11_000, 10_000));
    refused(() -> new Folders("relative", "/modules", "/shared"));
    refused(() -> new Folders("/a b", "/modules", "/shared"));
    refused(() -> new SipTimers(50, 6_400));
    refused(() -> new SipTimers(500, 6_400));
    refused(() -> new MusicClass(new ConfName("default"), "moh;x"));
    refused(() -> new TrunkSource.Address("127.0.0.1:5060; x"));
  }

  @Test
  void aQueueWithTimesOutOfRangeIsRefused() {
    ConfName name = new ConfName("sales");
    FallbackQueue.Strategy strategy = FallbackQueue.Strategy.RINGALL;
    refused(() -> new FallbackQueue(name, strategy, 1, 60, name, List.of()));
    refused(() -> new FallbackQueue(name, strategy, 15, 5, name, List.of()));
  }

  private static void refused(org.junit.jupiter.api.function.Executable attempt) {
    assertThrows(IllegalArgumentException.class, attempt);
  }
}
