// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.LegState;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.call.SeenLeg;
import org.ringmaster.core.engine.Inlet;
import org.ringmaster.core.journey.ConsentScope;
import org.ringmaster.core.journey.JourneyInput;
import org.ringmaster.core.kernel.Answer;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.server.config.CallerNumbers;

/** However a trunk tells who calls, it is one customer. */
class CallerNumberAdapterTest {
  private static final NodeId EDGE = new NodeId("edge");

  private final List<Input> heard = new ArrayList<>();
  private final CallerNumberAdapter adapter =
      new CallerNumberAdapter(
          new Inlet() {
            @Override
            public void offer(Input input, long occurredAtMicros) {
              heard.add(input);
            }

            @Override
            public CompletableFuture<Answer> ask(Input input) {
              heard.add(input);
              return new CompletableFuture<>();
            }
          },
          new CallerNumbers("DE"));

  private String told(String number) {
    adapter.offer(
        new CallInput.LegArrived(
            EDGE, new LegId("1.1"), "inbound", "500", "carrier", new Personal(number), null, false),
        0);
    Personal normal = ((CallInput.LegArrived) heard.getLast()).callerNumber();
    return normal == null ? "" : normal.text();
  }

  @ParameterizedTest
  @ValueSource(strings = {"+493012345678", "00493012345678", "493012345678", "03012345678"})
  void allSpellingsAreOneNumber(String spelling) {
    assertEquals("+493012345678", told(spelling));
  }

  @ParameterizedTest
  @ValueSource(strings = {"anonymous", "1001", "*11", "", "110"})
  void whatIsNoNumberOfTheWorldStaysAsItIs(String told) {
    assertEquals(told, told(told));
  }

  @Test
  void aNumberOfAnotherCountryKeepsItsCountry() {
    assertEquals("+442079460123", told("00442079460123"));
  }

  @Test
  void withoutARegionOnlyThePlusIsUnderstood() {
    adapter.reads(new CallerNumbers(null));
    assertEquals("+493012345678", told("+493012345678"));
    assertEquals("03012345678", told("03012345678"));
  }

  @Test
  void whoIsFoundOnANodeIsTheSameToo() {
    SeenLeg seen =
        new SeenLeg(
            new LegId("1.1"),
            LegState.UP,
            true,
            "inbound",
            "500",
            "carrier",
            new Personal("00493012345678"),
            null);
    adapter.offer(new CallInput.NodeListed(EDGE, List.of(seen), List.of()), 0);
    SeenLeg leg = ((CallInput.NodeListed) heard.getLast()).legs().getFirst();
    assertEquals(new Personal("+493012345678"), leg.callerNumber());
  }

  @Test
  void aNumberThatMustNotBeCalledIsReadAlike() {
    adapter.ask(
        new JourneyInput.Forbid(
            new Personal("030 12345678".replace(" ", "")), ConsentScope.ANY, new Author("boss")));
    assertEquals("+493012345678", ((JourneyInput.Forbid) heard.getLast()).number().text());
  }

  private CompletableFuture<Answer> forbid(String number, ConsentScope scope) {
    return adapter.ask(new JourneyInput.Forbid(new Personal(number), scope, new Author("boss")));
  }

  @Test
  void aNumberThatCampaignsWouldNotKnowIsRefusedWithWhatToDo() {
    adapter.reads(new CallerNumbers(null));
    for (ConsentScope scope : List.of(ConsentScope.ANY, ConsentScope.CAMPAIGN)) {
      Answer answer = forbid("3125550100", scope).join();
      assertTrue(((Answer.Refused) answer).why().contains("+ and the country"), answer.toString());
    }
    adapter.reads(new CallerNumbers("US"));
    assertTrue(forbid("030123456", ConsentScope.ANY).join() instanceof Answer.Refused);
    assertEquals(List.of(), heard);
  }

  @Test
  void whatIsReadOrIsInternalOrIsNotAboutCampaignsIsTaken() {
    forbid("+13125550100", ConsentScope.ANY);
    forbid("10015", ConsentScope.ANY);
    adapter.reads(new CallerNumbers(null));
    forbid("03012345678", ConsentScope.CALLBACK);
    adapter.reads(new CallerNumbers("US"));
    forbid("3125550100", ConsentScope.CAMPAIGN);
    assertEquals(4, heard.size());
    assertEquals("+13125550100", ((JourneyInput.Forbid) heard.getLast()).number().text());
  }

  @Test
  void whatNumbersBeginWithIsNotTakenForANumber() {
    Personal prefix = new Personal("+1900*");
    adapter.ask(new JourneyInput.Forbid(prefix, ConsentScope.ANY, new Author("sue")));
    adapter.ask(new JourneyInput.Permit(prefix, ConsentScope.ANY, new Author("sue")));
    assertEquals(2, heard.size());
    assertEquals(prefix, ((JourneyInput.Forbid) heard.get(0)).number());
    assertEquals(prefix, ((JourneyInput.Permit) heard.get(1)).number());
  }
}
