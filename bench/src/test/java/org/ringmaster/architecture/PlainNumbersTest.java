// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.kernel.Command;
import org.ringmaster.dialer.DialerCentre;

/** What people press and whom they call is personal text in all that is recorded. */
class PlainNumbersTest {

  /**
   * Numbers of our own or of the configuration, and keys that menus of ours offer. What a telephone
   * of ours dialled stands beside {@code dialled}, which is empty then: see the test of the same
   * name in the core.
   */
  private static final Set<String> OURS =
      Set.of(
          "AgentProfile.number",
          "CallFact.CallStarted.dialled",
          "CallFact.LegArrived.dialled",
          "CallInput.LegArrived.dialled",
          "CallRow.dialled",
          "CallerIds.Hour.number",
          "CallerIds.Live.number",
          "CallerIds.Low.number",
          "CampaignFact.CallerIdFell.number",
          "CampaignFact.CallerIdRecovered.number",
          "CampaignFact.CallerIdShown.number",
          "InboundNumber.number",
          "Overflow.number",
          "QueueFact.KeyChosen.key",
          "QueueFact.NumberRemoved.number",
          "QueueFact.Turned.dialled",
          "SeenLeg.dialled",
          "WaitKey.key");

  /** A part of commands, which are not kept; what people read of it is masked. */
  private static final Set<String> MASKED = Set.of("Endpoint.number");

  private static final Set<String> TELLING =
      Set.of(
          "number",
          "digit",
          "digits",
          "key",
          "keys",
          "address",
          "to",
          "caller",
          "callerNumber",
          "callerName",
          "called",
          "phone",
          "dialled");

  private final Set<String> plain = new TreeSet<>();

  @Test
  void no_record_has_them_as_plain_text() {
    Set<Class<?>> seen = new HashSet<>();
    DialerCentre.names().build().types().values().forEach(type -> see(type, seen));
    Product.CLASSES.stream()
        .filter(type -> type.isAssignableTo(Command.class))
        .forEach(type -> see(type.reflect(), seen));
    assertTrue(plain.containsAll(OURS), "what is no more is not listed: " + plain);
    plain.removeAll(OURS);
    assertEquals(new TreeSet<>(MASKED), plain);
  }

  /** A record, and those that are parts of it or in a list of it. */
  private void see(Class<?> type, Set<Class<?>> seen) {
    if (!type.isRecord() || !seen.add(type)) {
      return;
    }
    for (RecordComponent one : type.getRecordComponents()) {
      if (one.getType() == String.class && TELLING.contains(one.getName())) {
        plain.add(name(type) + "." + one.getName());
      }
      see(one.getGenericType(), seen);
    }
  }

  private void see(Type type, Set<Class<?>> seen) {
    if (type instanceof Class<?> whole) {
      see(whole, seen);
    } else if (type instanceof ParameterizedType generic) {
      for (Type argument : generic.getActualTypeArguments()) {
        see(argument, seen);
      }
    }
  }

  private static String name(Class<?> type) {
    return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
  }
}
