// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DialStringTest {
  @Test
  void telephonesAndNumbersAreDialledAsAsteriskWritesThem() {
    assertEquals("PJSIP/1001", Endpoint.telephone("1001").dialString());
    assertEquals("PJSIP/+4930@carrier", Endpoint.through("carrier", "+4930").dialString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1&Local/9@x", "1/2", "1@evil", "1 2", "1,2", "a", "${X}", "1\n2"})
  void aNumberThatIsNoneIsNeverDialled(String number) {
    assertThrows(IllegalArgumentException.class, () -> Endpoint.through("carrier", number));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a/b", "a@b", "a&b", "a b", "../x"})
  void anEndpointNameThatIsNoneIsNeverDialled(String name) {
    assertThrows(IllegalArgumentException.class, () -> Endpoint.telephone(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "../../etc/passwd", "a b", "sound:x,sound:y", "a&b", "http://x"})
  void aPromptThatIsNoNameIsNeverPlayed(String name) {
    assertThrows(IllegalArgumentException.class, () -> Prompt.sound(name));
  }
}
