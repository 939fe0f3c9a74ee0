// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.wall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.board.Boards;
import org.ringmaster.core.board.ManualSite;
import org.ringmaster.core.kernel.Answer;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.queue.QueueInput;

class WallsTest {

  private static final Author SUE = new Author("sue");
  private static final Author TIM = new Author("tim");
  private static final Thresholds LIMITS = new Thresholds(5, 10, 20_000, 60_000, 80, 80, 60);
  private static final long HOUR_MICROS = 3_600_000_000L;

  private final Boards boards = ManualSite.newBoards();
  private final ManualSite site = ManualSite.atWork(boards);

  private Answer set(long seen, Thresholds limits, Author by) {
    return site.tell(new WallInput.SetThresholds(ManualSite.SALES, seen, limits, by));
  }

  private static String why(Answer answer) {
    return assertInstanceOf(Answer.Refused.class, answer).why();
  }

  @Test
  void ofTwoWhoChangeTheSameThresholdsTheSecondIsTold() {
    assertEquals(new Answer.Accepted("1"), set(0, LIMITS, SUE));
    assertTrue(why(set(0, LIMITS, TIM)).startsWith("sue has changed these thresholds"));
    assertEquals(new Answer.Accepted("2"), set(1, LIMITS, TIM));

    QueueThresholds now = present(boards.walls().thresholds(ManualSite.SALES));
    assertEquals(TIM, now.by());
    assertEquals(2, now.version());
  }

  private static <T> T present(T value) {
    assertNotNull(value);
    return value;
  }

  @Test
  void thresholdsThatContradictThemselvesAreRefusedWithAWord() {
    assertTrue(why(set(0, new Thresholds(5, 5, 0, 0, 80, 0, 0), SUE)).contains("more callers"));
    assertTrue(why(set(0, new Thresholds(0, 0, 9, 8, 80, 0, 0), SUE)).contains("longer for red"));
    assertTrue(why(set(0, new Thresholds(0, 0, 0, 0, 80, 50, 60), SUE)).contains("lower for red"));
    assertTrue(why(set(0, new Thresholds(-1, 0, 0, 0, 80, 0, 0), SUE)).contains("between 0"));
    assertTrue(why(set(7, LIMITS, SUE)).contains("never set"));
    assertNull(boards.walls().thresholds(ManualSite.SALES));
    Answer elsewhere =
        site.tell(new WallInput.SetThresholds(new QueueId("nowhere"), 0, LIMITS, SUE));
    assertEquals("No queue nowhere.", why(elsewhere));
  }

  @Test
  void theThresholdsOfAQueueThatGoesGoWithIt() {
    set(0, LIMITS, SUE);
    site.tell(new QueueInput.QueuesRead(List.of()));
    assertNull(boards.walls().thresholds(ManualSite.SALES));
  }

  @Test
  void anAlarmIsMutedForADayAtMost() {
    long now = site.nowMicros();
    QueueId sales = ManualSite.SALES;
    assertTrue(
        why(site.tell(new WallInput.MuteAlarm(sales, now + 25 * HOUR_MICROS, SUE)))
            .contains("a day at most"));
    site.tell(new WallInput.MuteAlarm(sales, now + HOUR_MICROS, SUE));
    assertEquals(new Mute(sales, now + HOUR_MICROS, SUE), boards.walls().mute(sales));
    site.tell(new WallInput.MuteAlarm(sales, 0, TIM));
    assertNull(boards.walls().mute(sales));
  }

  @Test
  void aLinkLooksUntilItExpiresOrIsRevoked() {
    long now = site.nowMicros();
    WallLink canteen = issue("canteen", now + HOUR_MICROS);
    WallLink lobby = issue("lobby", now + 2 * HOUR_MICROS);
    assertTrue(canteen.isValid(now));
    assertFalse(canteen.isValid(now + HOUR_MICROS));

    site.tell(new WallInput.RevokeLink(lobby.id(), TIM));
    assertFalse(present(boards.walls().link(lobby.id())).isValid(now));
    assertEquals("No link w.", why(site.tell(new WallInput.RevokeLink(new WallLinkId("w"), TIM))));

    site.pass(90 * 60_000);
    issue("stairs", site.nowMicros() + HOUR_MICROS);
    assertNull(boards.walls().link(canteen.id()), "what is over is forgotten");
    assertNull(boards.walls().link(lobby.id()), "and so is what was taken back");
  }

  private WallLink issue(String label, long expiresMicros) {
    Answer answer = site.tell(new WallInput.IssueLink(label, expiresMicros, SUE));
    String id = assertInstanceOf(Answer.Accepted.class, answer).detail();
    return present(boards.walls().link(new WallLinkId(id)));
  }

  @Test
  void aLinkWithoutAnEndOrAPlaceIsRefused() {
    long now = site.nowMicros();
    assertTrue(why(site.tell(new WallInput.IssueLink("x", now, SUE))).contains("in the future"));
    assertTrue(
        why(site.tell(new WallInput.IssueLink(" ", now + HOUR_MICROS, SUE))).contains("where"));
  }

  @Test
  void aSnapshotBringsAllOfItBack() {
    set(0, LIMITS, SUE);
    site.tell(new WallInput.MuteAlarm(ManualSite.SALES, site.nowMicros() + HOUR_MICROS, SUE));
    WallLink link = issue("canteen", site.nowMicros() + HOUR_MICROS);
    List<Record> lines = new ArrayList<>();
    site.snapshot(lines::add);
    Boards other = ManualSite.newBoards();
    lines.forEach(other::restore);
    other.publish();
    assertEquals(link, other.walls().link(link.id()));
    assertEquals(
        boards.walls().thresholds(ManualSite.SALES), other.walls().thresholds(ManualSite.SALES));
    assertEquals(boards.walls().mute(ManualSite.SALES), other.walls().mute(ManualSite.SALES));
  }
}
