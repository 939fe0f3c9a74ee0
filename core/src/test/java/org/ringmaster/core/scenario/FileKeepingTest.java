// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.RecordingId;
import org.ringmaster.core.file.FileEnd;
import org.ringmaster.core.file.FileFact;
import org.ringmaster.core.file.FileInput;
import org.ringmaster.core.file.FileUse;
import org.ringmaster.core.file.WantedFile;
import org.ringmaster.core.kernel.Answer;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.testing.ManualFiles;
import org.ringmaster.core.testing.ScenarioCentre;
import org.ringmaster.core.testing.ScenarioPlan;

class FileKeepingTest {
  private static final RecordingId FILE = new RecordingId("r01-t3k9a2-0000012345");
  private static final CallId CALL = new CallId("c01-t3k9a2-0000000007");
  private static final long DAY_MILLIS = 86_400_000;

  private final ScenarioCentre centre = ScenarioCentre.open(ScenarioPlan.standard());

  private void wants(long keepMillis) {
    centre.asks(
        decision ->
            centre.centre().files().want(FILE, CALL, ScenarioPlan.EDGE, keepMillis, decision));
  }

  private List<WantedFile> wanted() {
    return List.copyOf(centre.centre().files().books().wanted());
  }

  @Test
  void aFileIsFetchedAndThenItsNodeMayDeleteIt() {
    wants(DAY_MILLIS);
    FileFact.Kept kept = centre.last(FileFact.Kept.class);
    assertEquals(FILE, kept.file());
    assertEquals(CALL, kept.call());
    assertEquals(List.of(FILE), centre.files().kept());
    assertEquals(List.of(FILE), centre.files().cleared());
    assertEquals(List.of(), wanted(), "what is kept is no concern of the kernel's");
    assertEquals(
        centre.nowMicros() + DAY_MILLIS * 1_000,
        centre.last(FileFact.Wanted.class).expiresMicros());
  }

  @Test
  void aFileThatIsKeptForEverNeverExpires() {
    wants(0);
    assertEquals(0, centre.last(FileFact.Wanted.class).expiresMicros());
  }

  @Test
  void aFetchThatFailsIsTriedAgainEverMoreSeldomUntilItWorks() {
    centre.files().are(ManualFiles.Manner.FAILS);
    wants(0);
    assertEquals("no route", centre.last(FileFact.FetchFailed.class).why());
    centre.passes(3_600);
    int inAnHour = centre.files().fetches();
    assertTrue(inAnHour > 8 && inAnHour < 20, inAnHour + " tries in an hour");
    centre.files().are(ManualFiles.Manner.WORKS);
    centre.passes(600);
    assertEquals(1, centre.count(FileFact.Kept.class));
    assertEquals(List.of(), wanted());
  }

  @Test
  void aFileThatItsNodeDoesNotHaveIsNotWaitedFor() {
    centre.files().are(ManualFiles.Manner.FINDS_NOTHING);
    wants(0);
    centre.passes(41);
    assertEquals(0, centre.count(FileFact.NotThere.class));
    centre.passes(1);
    assertEquals(FILE, centre.last(FileFact.NotThere.class).file());
    assertEquals(List.of(), wanted());
  }

  @Test
  void aNodeThatSaysSoOnceMayOnlyNotHaveTheFileYet() {
    centre.files().are(ManualFiles.Manner.FINDS_NOTHING);
    wants(0);
    assertEquals(0, centre.count(FileFact.NotThere.class));
    centre.files().are(ManualFiles.Manner.WORKS);
    centre.passes(2);
    assertEquals(List.of(FILE), centre.files().kept());
    assertEquals(0, centre.count(FileFact.NotThere.class));
  }

  @Test
  void whatANodeSaidOfItsFilesCountsNoMoreOnceItWasAway() {
    centre.files().are(ManualFiles.Manner.FINDS_NOTHING);
    wants(0);
    centre.passes(20);
    centre.files().are(ManualFiles.Manner.FAILS);
    centre.passes(600);
    centre.files().are(ManualFiles.Manner.FINDS_NOTHING);
    centre.edge().isCutOff();
    centre.edge().isBack();
    assertEquals(0, centre.count(FileFact.NotThere.class));
    centre.files().are(ManualFiles.Manner.WORKS);
    centre.edge().isCutOff();
    centre.edge().isBack();
    assertEquals(List.of(FILE), centre.files().kept());
  }

  @Test
  void aNodeThatComesBackWithoutItsDiskIsNotBelievedAtOnce() {
    centre.files().are(ManualFiles.Manner.FAILS);
    wants(0);
    centre.passes(1_000);
    centre.files().are(ManualFiles.Manner.FINDS_NOTHING);
    for (int i = 0; i < 6; i++) {
      centre.edge().isCutOff();
      centre.edge().isBack();
    }
    assertEquals(0, centre.count(FileFact.NotThere.class), "all at one moment count once");
    centre.files().are(ManualFiles.Manner.WORKS);
    centre.edge().isCutOff();
    centre.edge().isBack();
    assertEquals(List.of(FILE), centre.files().kept());
  }

  @Test
  void whatOftenFailedBeforeItsNodeCameBackIsTriedAgainSoonAfterwards() {
    centre.files().are(ManualFiles.Manner.FAILS);
    wants(0);
    for (int i = 0; i < 20; i++) {
      centre.edge().isCutOff();
      centre.edge().isBack();
    }
    centre.files().are(ManualFiles.Manner.WORKS);
    centre.passes(2);
    assertEquals(List.of(FILE), centre.files().kept());
  }

  @Test
  void aListingInDoubtIsNoNewConnection() {
    centre.files().are(ManualFiles.Manner.FAILS);
    wants(0);
    centre.passes(600);
    int fails = wanted().getFirst().fails();
    assertTrue(fails > 5, fails + " fails");
    centre.tell(new CallInput.NodeListed(ScenarioPlan.EDGE, List.of(), List.of()));
    assertTrue(wanted().getFirst().fails() >= fails, wanted().toString());
  }

  @Test
  void aFetchOfWhichNothingWasHeardIsAskedForAfterARestart() {
    centre.files().are(ManualFiles.Manner.SAYS_NOTHING);
    wants(0);
    centre.dies();
    centre.files().are(ManualFiles.Manner.WORKS);
    centre.comesBackFromSnapshot();
    assertEquals(1, centre.count(FileFact.Kept.class));
    assertEquals(1, centre.count(FileFact.Wanted.class));
  }

  @Test
  void aNodeThatIsBackIsAskedAtOnceForWhatItOwes() {
    centre.files().are(ManualFiles.Manner.FAILS);
    wants(0);
    centre.passes(1_000);
    centre.edge().isCutOff();
    centre.files().are(ManualFiles.Manner.WORKS);
    centre.edge().isBack();
    assertEquals(1, centre.count(FileFact.Kept.class));
  }

  @Test
  void whatIsToldTwiceIsKeptOnce() {
    wants(0);
    centre.tell(new FileInput.Fetched(FILE, "b".repeat(64), 1, 1));
    centre.tell(new FileInput.FetchFailed(FILE, "late"));
    centre.tell(new FileInput.NotThere(FILE));
    assertEquals(1, centre.count(FileFact.Kept.class));
    assertEquals(0, centre.count(FileFact.FetchFailed.class));
    assertEquals(0, centre.count(FileFact.NotThere.class));
  }

  @Test
  void whoListensAndWhatIsDeletedIsWrittenDown() {
    Author boss = new Author("boss");
    assertTrue(
        centre.tell(new FileInput.Use(FILE, CALL, FileUse.HEARD, boss)) instanceof Answer.Accepted);
    assertEquals(boss, centre.last(FileFact.Used.class).author());
    assertTrue(
        centre.tell(new FileInput.Delete(FILE, CALL, FileEnd.ASKED, boss))
            instanceof Answer.Accepted);
    assertEquals(FileEnd.ASKED, centre.last(FileFact.Deleted.class).end());
  }
}
