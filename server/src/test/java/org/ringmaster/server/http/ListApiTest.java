// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ringmaster.dialer.list.ListId;
import org.ringmaster.dialer.load.PostalZones;

/** Lists of leads, over HTTP. */
class ListApiTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FILE = "phone,name\n030901820,Eva\n030901821,Al\n4.93E+11,Bo\n";

  private SiteUnderTest site;
  private String[] sue;

  @BeforeEach
  void start() throws Exception {
    site = SiteUnderTest.start();
    sue = new String[] {"cookie", site.cookieOf("sue")};
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private JsonNode get(String path) throws Exception {
    HttpResponse<String> answer = site.get(path, sue);
    assertEquals(200, answer.statusCode(), answer.body());
    return JSON.readTree(answer.body());
  }

  /** Sends a list and waits until it is over. */
  private JsonNode sent(String query, String text) throws Exception {
    HttpResponse<String> answer = site.post("/api/lists?" + query, text, sue);
    assertEquals(202, answer.statusCode(), answer.body());
    String id = JSON.readTree(answer.body()).path("id").asText();
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (System.nanoTime() < until) {
      JsonNode job = get("/api/imports/" + id);
      if (List.of("done", "refused").contains(job.path("state").asText())) {
        return job;
      }
      Thread.onSpinWait();
    }
    return fail("the import did not end");
  }

  private List<String> leftFiles() throws Exception {
    Path folder = site.tokenFile.resolveSibling("lists");
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(path -> path.getFileName().toString())
          .filter(name -> name.endsWith(".tmp"))
          .toList();
    }
  }

  @Test
  void aListThatIsSentIsLoadedAndItsLedgerAndItsRejectedRowsAreShown() throws Exception {
    JsonNode job = sent("campaign=spring&name=a.csv", FILE);
    assertEquals("done", job.path("state").asText(), job.toString());
    String list = job.path("list").asText();
    JsonNode shown = get("/api/lists/" + list);
    assertEquals(2, shown.path("leads").asInt());
    assertEquals("spring", shown.path("campaign").asText());
    assertEquals("a.csv", shown.path("fileName").asText());
    assertEquals("sue", shown.path("author").asText());
    assertEquals(3, shown.path("ledger").path("rows").asInt());
    assertEquals(
        "spreadsheet-damage", shown.path("ledger").path("kinds").path(0).path("kind").asText());
    HttpResponse<String> rejects =
        site.get("/api/lists/" + list + "/rejects/spreadsheet-damage", sue);
    assertEquals(200, rejects.statusCode());
    assertTrue(rejects.body().contains("3,4,"), rejects.body());
    assertEquals(404, site.get("/api/lists/" + list + "/rejects/no-number", sue).statusCode());
    assertEquals(404, site.get("/api/lists/" + list + "/rejects/..%2fx", sue).statusCode());
    assertEquals(1, get("/api/lists").path("lists").size());
    assertEquals(List.of(), leftFiles());
  }

  @Test
  void aListMayBeMuchLongerThanAnyOtherBody() throws Exception {
    StringBuilder text = new StringBuilder("phone,name\n");
    for (int i = 0; i < 20_000; i++) {
      text.append("+49309").append(1_000_000 + i).append(",lead ").append(i).append('\n');
    }
    JsonNode job = sent("campaign=spring", text.toString());
    assertEquals(20_000, job.path("ledger").path("loaded").asInt(), job.toString());
    HttpResponse<String> other = site.post("/api/lists/preview", text.toString(), sue);
    assertEquals(413, other.statusCode());
  }

  @Test
  void theSameFileIsRefusedUnlessAgainIsSaid() throws Exception {
    sent("campaign=spring", FILE);
    JsonNode second = sent("campaign=spring", FILE);
    assertEquals("refused", second.path("state").asText());
    assertTrue(second.path("why").asText().contains("loaded already"), second.toString());
    JsonNode dry = sent("campaign=spring&dryRun=true", FILE);
    assertEquals("done", dry.path("state").asText());
    assertEquals(2, dry.path("ledger").path("kinds").path(1).path("rows").asInt(), dry.toString());
    assertEquals(1, get("/api/lists").path("lists").size());
  }

  @Test
  void aListIsTakenBackAndCanBeLoadedAnew() throws Exception {
    String list = sent("campaign=spring", FILE).path("list").asText();
    HttpResponse<String> undone = site.post("/api/lists/" + list + "/undo", "", sue);
    assertEquals(200, undone.statusCode(), undone.body());
    assertEquals(404, site.get("/api/lists/" + list, sue).statusCode());
    assertEquals("done", sent("campaign=spring", FILE).path("state").asText());
  }

  @Test
  void numbersOfADoNotCallListAreRejectedFromThenOn() throws Exception {
    sent("doNotCall=true", "phone\n030901820\n");
    JsonNode job = sent("campaign=spring", FILE);
    assertEquals(1, job.path("ledger").path("loaded").asInt(), job.toString());
    assertTrue(job.toString().contains("do-not-call"), job.toString());
  }

  @Test
  void ofANumberIsToldByWhatItIsNotCalled() throws Exception {
    assertEquals(0, get("/api/dnc/check?number=%2B19005550123").path("protectedBy").size());
    JsonNode job = sent("doNotCall=true&name=bans.csv", "phone\n+19005550123\n+1900*\n+1901*\n");
    sent("doNotCall=true&campaign=spring&name=wild.csv", "phone\n+1900*\n");
    for (String number : List.of("+1900555*", "+1 900 555-0123", "+1901*")) {
      String body = "{\"number\": \"" + number + "\", \"scope\": \"callback\"}";
      assertEquals(200, site.post("/api/dnc/add", body, sue).statusCode(), number);
    }
    JsonNode told = get("/api/dnc/check?number=%2B1%20900%20555%200123");
    assertEquals("+19005550123", told.path("number").asText());
    JsonNode rows = told.path("protectedBy");
    assertEquals(4, rows.size(), told.toString());
    assertEquals("+1900555*", rows.get(0).path("entry").asText());
    assertEquals("callback", rows.get(0).path("scope").asText());
    assertEquals("sue", rows.get(0).path("by").asText());
    assertEquals(0, rows.get(0).path("campaigns").size());
    assertEquals("+19005550123", rows.get(1).path("entry").asText());
    assertEquals("+19005550123", rows.get(2).path("entry").asText());
    assertEquals(job.path("list").asText(), rows.get(2).path("list").asText());
    assertTrue(rows.get(2).path("campaigns").size() >= 1, told.toString());
    assertEquals("+1900*", rows.get(3).path("entry").asText());
    assertEquals("wild.csv", rows.get(3).path("fileName").asText());
    assertEquals("[\"spring\"]", rows.get(3).path("campaigns").toString());
    assertEquals(400, site.get("/api/dnc/check?number=nobody", sue).statusCode());
    String short2 = "{\"number\": \"+19*\"}";
    assertEquals(400, site.post("/api/dnc/add", short2, sue).statusCode());
  }

  @Test
  void aNumberOfAnotherCampaignIsADuplicateOnlyWhereTheWholeSystemIsAsked() throws Exception {
    sent("campaign=spring", FILE);
    String more = "phone,name\n030901820,Eva\n030901822,Cy\n";
    JsonNode system = sent("campaign=autumn&unique=system&name=b.csv", more);
    JsonNode ledger = system.path("ledger");
    assertEquals(2, ledger.path("rows").asInt());
    assertEquals(1, ledger.path("loaded").asInt());
    assertEquals("duplicate-in-system", ledger.path("kinds").path(0).path("kind").asText());
    String path = "/api/lists/" + system.path("list").asText() + "/rejects/duplicate-in-system";
    HttpResponse<String> rejects = site.get(path, sue);
    assertTrue(rejects.body().contains("1,2,already in another campaign"), rejects.body());
    JsonNode campaign = sent("campaign=autumn&again=true", more);
    assertEquals(1, campaign.path("ledger").path("loaded").asInt(), "Eva, but Cy is a duplicate");
    JsonNode file = sent("campaign=autumn&again=true&unique=file", more);
    assertEquals(2, file.path("ledger").path("loaded").asInt());
  }

  @Test
  void optionsOfDuplicatesThatMeanNothingAreRefusedWithWhatMayBeSaid() throws Exception {
    for (String wrong :
        List.of(
            "campaign=spring&unique=world",
            "campaign=spring&notCalledFor=0",
            "campaign=spring&notCalledFor=3651",
            "campaign=spring&notCalledFor=soon",
            "doNotCall=true&unique=system",
            "doNotCall=true&notCalledFor=3")) {
      HttpResponse<String> answer = site.post("/api/lists?" + wrong, FILE, sue);
      assertEquals(400, answer.statusCode(), wrong);
      assertTrue(answer.body().matches(".*'(unique|notCalledFor)' is .*"), answer.body());
    }
    assertEquals(List.of(), leftFiles());
  }

  @Test
  void aPostalCodeTellsWhereALeadIsAndOneThatIsNotInTheTableIsShown() throws Exception {
    String leads = "phone,zip\n+12135550123,02134\n+12135550124,99999\n";
    JsonNode none = sent("campaign=spring&map=postalcode%3Dzip,number%3Dphone", leads);
    assertTrue(none.path("why").asText().contains("zones.postalcodes"), none.toString());
    Path table = site.tokenFile.resolveSibling("codes.csv");
    Files.writeString(table, "021*,America/New_York,US\n");
    site.lists.places(PostalZones.read(table, "codes.csv", trouble -> fail(trouble)));
    JsonNode job = sent("campaign=spring", leads);
    assertEquals(2, job.path("ledger").path("loaded").asInt(), job.toString());
    assertEquals(1, job.path("ledger").path("postalCodesUnknown").asInt());
    assertEquals("postalcode", job.path("mapping").path("columns").path(1).path("use").asText());
    String list = job.path("list").asText();
    assertEquals(
        "[[America/New_York], [America/Los_Angeles]]",
        Stream.of(0, 1).map(lead -> zones(list, lead)).toList().toString());
    HttpResponse<String> unknown =
        site.get("/api/lists/" + list + "/rejects/postal-codes-unknown", sue);
    assertTrue(unknown.body().contains("2,3,"), unknown.body());
  }

  private List<ZoneId> zones(String list, int lead) {
    return Objects.requireNonNull(
            Objects.requireNonNull(site.lists.board().row(new ListId(list))).leads())
        .zones(lead);
  }

  @Test
  void aListOfACampaignThatIsNotThereIsRefusedWithThoseThatAre() throws Exception {
    for (String query : List.of("campaign=sprnig", "campaign=sprnig&doNotCall=true")) {
      HttpResponse<String> answer = site.post("/api/lists?" + query, FILE, sue);
      assertEquals(400, answer.statusCode(), answer.body());
      assertTrue(answer.body().contains("spring, autumn"), answer.body());
    }
    assertEquals(List.of(), leftFiles());
  }

  @Test
  void aListThatWouldTakeTheJournalsRoomIsNotKept() throws Exception {
    site.usableBytes = 1L << 29;
    HttpResponse<String> answer = site.post("/api/lists?campaign=spring", FILE, sue);
    assertEquals(507, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains("make room"), answer.body());
    assertEquals(List.of(), leftFiles());
  }

  @Test
  void noTimeZoneKeepsANumberFromBeingProtected() throws Exception {
    String file = "phone,timezone\n+4930901820,Berlin time\n+4930901821,Europe/Berlin\n";
    JsonNode job = sent("doNotCall=true", file);
    assertEquals(2, job.path("ledger").path("loaded").asInt(), job.toString());
    assertEquals(2, job.path("rows").asInt(), job.toString());
    JsonNode dial = sent("campaign=spring&dryRun=true", file.replace("90182", "90183"));
    assertEquals(1, dial.path("ledger").path("loaded").asInt(), dial.toString());
  }

  @Test
  void theRejectedRowsOfOneCampaignAreNotThoseOfAnother() throws Exception {
    sent("campaign=spring&doNotCall=true", "phone\n030901820\n");
    String spring = sent("campaign=spring", FILE).path("list").asText();
    String only = "phone,name\n030901821,Al\n4.93E+11,Bo\n";
    String autumn = sent("campaign=autumn", only).path("list").asText();
    String again = sent("campaign=spring&again=true", FILE).path("state").asText();
    assertEquals("refused", again);
    for (String list : List.of(spring, autumn)) {
      String path = "/api/lists/" + list + "/rejects/spreadsheet-damage";
      assertEquals(200, site.get(path, sue).statusCode(), list);
    }
    assertEquals(200, site.get("/api/lists/" + spring + "/rejects/do-not-call", sue).statusCode());
  }

  @Test
  void aPreviewTellsHowTheFileWouldBeReadAndRemembersWhatWasSaid() throws Exception {
    String file = "a;b;c\n030901820;Eva;01711234567\n";
    JsonNode guess =
        JSON.readTree(site.post("/api/lists/preview", file, sue).body()).path("mapping");
    assertEquals(";", guess.path("delimiter").asText());
    assertEquals("number", guess.path("columns").path(0).path("use").asText(), guess.toString());
    JsonNode job = sent("campaign=spring&map=number%3Dc,number%3Da,name%3Db", file);
    assertEquals("done", job.path("state").asText(), job.toString());
    JsonNode again =
        JSON.readTree(site.post("/api/lists/preview", file, sue).body()).path("mapping");
    assertEquals(2, again.path("columns").path(0).path("order").asInt(), again.toString());
    assertEquals(1, again.path("columns").path(2).path("order").asInt());
    JsonNode wrong = sent("campaign=spring&map=number%3Dx", file);
    assertTrue(wrong.path("why").asText().contains("it has a, b, c"), wrong.toString());
    JsonNode zone = sent("campaign=spring&zone=Mars", file);
    assertTrue(zone.path("why").asText().contains("Europe/Berlin"), zone.toString());
  }

  @Test
  void whoMayNotLoadListsLeavesNothingBehind() throws Exception {
    String[] anna = {"cookie", site.cookieOf("anna")};
    assertEquals(403, site.post("/api/lists?campaign=x", FILE, anna).statusCode());
    assertEquals(401, site.post("/api/lists?campaign=x", FILE).statusCode());
    assertEquals(400, site.post("/api/lists", FILE, sue).statusCode());
    assertFalse(Files.exists(site.tokenFile.resolveSibling("lists")) && !leftFiles().isEmpty());
  }
}
